package ma.qutb.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import ma.qutb.platform.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One real PostgreSQL for all tests of a run: fast because it need not survive a power cut, shared by all contexts, so
 * tests bring their own records and expect other people's.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres server;
    /** Of this run alone, as its database: another run beside it would take its files for forgotten ones. */
    private static Path home;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // A test about databases says which one it wants.
        if (context.getEnvironment().containsProperty("qutb.test.own-database")) {
            return;
        }
        var shared = server();
        // Thousands of made-up people would stand in the way of tests that look for their own.
        boolean demonstration = "true".equals(context.getEnvironment().getProperty("qutb.demo"));
        var name = context.getEnvironment()
                .getProperty("qutb.test.database", demonstration ? "qutb_demonstration" : "qutb");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-database",
                        Map.of(
                                "qutb.files.folder",
                                home.resolve("files").toString(),
                                // Two years of sales would be told meanwhile.
                                "qutb.demo.story",
                                "false",
                                "qutb.db.url",
                                named(shared, name),
                                "qutb.db.user",
                                shared.user(),
                                "qutb.db.password",
                                shared.password(),
                                // Any 32 bytes: tests leave no key file behind.
                                "qutb.key",
                                "dGVzdHMgb25seSwgdGVzdHMgb25seSwgdGVzdHMgb25seQ==")));
    }

    private static synchronized String named(EmbeddedPostgres shared, String name) {
        try (var connection = java.sql.DriverManager.getConnection(shared.url(), shared.user(), shared.password());
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select from pg_database where datname = '" + name + "'")) {
                if (!found.next()) {
                    statement.execute("create database " + name);
                }
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
        return shared.url().replaceFirst("/qutb$", "/" + name);
    }

    /** The shared server, started on first use. */
    public static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                var binaries = Path.of(System.getProperty("java.io.tmpdir"), "qutb-postgres");
                System.setProperty("qutb.postgres.binaries", binaries.toString());
                home = Files.createTempDirectory("qutb-test-");
                var started = EmbeddedPostgres.start(home, 0, false);
                // After the contexts: they would wait half a minute for a database that is gone.
                SpringApplication.getShutdownHandlers().add(() -> {
                    started.close();
                    delete(home);
                });
                server = started;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return server;
    }

    private static void delete(Path home) {
        try (var files = Files.walk(home)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(it -> it.toFile().delete());
        } catch (java.io.IOException e) {
            // A folder left under the system's temporary files harms nobody.
        }
    }
}
