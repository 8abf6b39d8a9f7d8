package ma.qutb.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import ma.qutb.platform.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A fresh database with the tables of every module, as durable as the real one, gone afterwards. */
public final class BenchDatabase implements AutoCloseable {

    private final Path home;
    private final EmbeddedPostgres server;
    private final HikariDataSource owner;
    private final HikariDataSource application;

    public BenchDatabase() {
        try {
            home = Files.createTempDirectory("qutb-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = EmbeddedPostgres.start(home, 0, true);
        owner = pool(2, null);
        new JdbcTemplate(owner).execute("create role qutb_application nologin");
        new JdbcTemplate(owner).execute("grant qutb_application to " + server.user());
        for (var module : modules()) {
            Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:db/migration/" + module)
                    .schemas(module)
                    .createSchemas(true)
                    .table("migration")
                    .load()
                    .migrate();
        }
        application = pool(20, "set role qutb_application");
    }

    /** As the application connects. */
    public DataSource application() {
        return application;
    }

    /** For what only the owner may do, such as {@code analyze}. */
    public JdbcTemplate owner() {
        return new JdbcTemplate(owner);
    }

    /** The process to kill when a power cut is wanted. */
    public long serverProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("data18").resolve("postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** How another process finds it. */
    public Map<String, String> environment() {
        return Map.of(
                "QUTB_DB_URL", server.url(), "QUTB_DB_USER", server.user(), "QUTB_DB_PASSWORD", server.password());
    }

    @Override
    public void close() {
        application.close();
        owner.close();
        server.close();
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            Bench.say("left behind: %s", home);
        }
    }

    private HikariDataSource pool(int size, @Nullable String first) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(size);
        pool.setConnectionInitSql(first);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(pool);
    }

    private static String[] modules() {
        var settings = new Properties();
        try (var file = BenchDatabase.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.getProperty("qutb.modules").split(",");
    }
}
