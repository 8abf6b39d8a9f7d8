package ma.qutb.platform;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables of every module up to date, in the order the modules depend on each other: each module has a
 * schema of its name with its own history. Runs as the owner; the application itself takes a lesser role.
 */
class ModuleMigrations {

    /** What the application may be in the database: it reads and writes, but owns nothing and alters no history. */
    static final String APPLICATION_ROLE = "qutb_application";

    private final DatabaseServer server;
    private final String[] modules;

    ModuleMigrations(DatabaseServer server, String... modules) {
        this.server = server;
        this.modules = modules.clone();
    }

    void run() {
        createApplicationRole();
        for (var module : modules) {
            Flyway.configure()
                    .dataSource(server.url(), server.user(), server.password())
                    .locations("classpath:db/migration/" + module)
                    .schemas(module)
                    .createSchemas(true)
                    .table("migration")
                    .validateMigrationNaming(true)
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
