package ma.qutb.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the tables of every module up to date, in the order the modules depend on each other: each module has a
 * schema of its name with its own history. Runs as the owner; the application itself takes a lesser role.
 */
class ModuleMigrations {

    /** What the application may be in the database: it reads and writes, but owns nothing and alters no history. */
    static final String APPLICATION_ROLE = "qutb_application";

    private final DatabaseServer server;
    private final List<String> modules;

    ModuleMigrations(DatabaseServer server, List<String> modules) {
        this.server = server;
        this.modules = List.copyOf(modules);
    }

    /** The modules in the order they depend on each other, as application.properties lists them. */
    static List<String> modules() {
        var properties = new Properties();
        try (var in = ModuleMigrations.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(properties.getProperty("qutb.modules").split("\\s*,\\s*"));
    }

    /** Up to the newest. Tables that these very migrations made are left as they are, which spares most starts a second. */
    void run() {
        var edition = edition();
        if (edition.equals(standing())) {
            createApplicationRole();
            return;
        }
        upTo(Map.of());
        execute("comment on schema platform is '%s'".formatted(edition));
    }

    /** A digest of all migrations, by name and content. */
    private String edition() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var resources = new PathMatchingResourcePatternResolver();
            for (var module : modules) {
                var files = resources.getResources("classpath:db/migration/" + module + "/*.sql");
                Arrays.sort(files, Comparator.comparing(it -> String.valueOf(it.getFilename())));
                for (var file : files) {
                    digest.update((module + "/" + file.getFilename() + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(file.getContentAsByteArray());
                }
            }
            return "migrations " + HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The edition that made the tables as they stand; empty: not known. */
    private String standing() {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(
                        "select coalesce(obj_description(to_regnamespace('platform'), 'pg_namespace'), '')")) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            return "";
        }
    }

    /** Up to these versions by module, for tables a backup was made of; a module that is not named goes to its newest. */
    void upTo(Map<String, String> versions) {
        createApplicationRole();
        for (var module : modules) {
            Flyway.configure()
                    .dataSource(server.url(), server.user(), server.password())
                    .locations("classpath:db/migration/" + module)
                    .schemas(module)
                    .createSchemas(true)
                    .table("migration")
                    .validateMigrationNaming(true)
                    .target(versions.getOrDefault(module, "latest"))
                    .load()
                    .migrate();
        }
    }

    private void createApplicationRole() {
        execute("""
                do $$ begin
                  create role %1$s nologin;
                  execute format('grant %1$s to %%I', current_user);
                exception when duplicate_object or unique_violation then null;
                end $$""".formatted(APPLICATION_ROLE));
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StartFailure(e, "platform.start.database-role", APPLICATION_ROLE, e.getMessage());
        }
    }
}
