package ma.qutb.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;

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

    /** Up to the newest. */
    void run() {
        upTo(Map.of());
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
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      create role %1$s nologin;
                      execute format('grant %1$s to %%I', current_user);
                    exception when duplicate_object or unique_violation then null;
                    end $$""".formatted(APPLICATION_ROLE));
        } catch (SQLException e) {
            throw new StartFailure(e, "platform.start.database-role", APPLICATION_ROLE, e.getMessage());
        }
    }
}
