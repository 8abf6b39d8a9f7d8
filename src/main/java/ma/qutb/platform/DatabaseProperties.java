package ma.qutb.platform;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database.
 *
 * @param url of an external server; empty: Qutb starts its own
 * @param home folder of the embedded server
 * @param port of the embedded server; 0: any free one
 * @param durable false only in tests: faster, and lost in a power cut
 * @param poolSize connections the application may hold
 */
@ConfigurationProperties("qutb.db")
record DatabaseProperties(
        @Nullable String url,
        @DefaultValue("qutb") String user,
        @DefaultValue("") String password,
        @DefaultValue("data/postgres") Path home,
        @DefaultValue("0") int port,
        @DefaultValue("true") boolean durable,
        @DefaultValue("20") int poolSize) {

    /** The server, proved to be what Qutb needs, its tables brought up to date. One that is not is left alone. */
    DatabaseServer serverWithTables(List<String> modules) {
        var server = server();
        try {
            DatabasePromises.beforeMigrations(server);
            new ModuleMigrations(server, modules).run();
            DatabasePromises.afterMigrations(server);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The external server, or our own, which is started. */
    private DatabaseServer server() {
        return url == null || url.isBlank()
                ? EmbeddedPostgres.start(home, port, durable)
                : new DatabaseServer.External(url, user, password);
    }
}
