package ma.qutb.platform;

import java.nio.file.Path;
import java.util.Map;

/** The database a command of {@code bin/} works on, as the environment says. */
public final class CommandDatabase {

    private CommandDatabase() {}

    /** The external server, or our own: the one that runs now, or one started for the purpose. */
    public static DatabaseServer of(Map<String, String> environment) {
        var url = environment.getOrDefault("QUTB_DB_URL", "");
        if (!url.isBlank()) {
            return new DatabaseServer.External(
                    url,
                    environment.getOrDefault("QUTB_DB_USER", "qutb"),
                    environment.getOrDefault("QUTB_DB_PASSWORD", ""));
        }
        var home = folder(environment).resolve("postgres");
        return EmbeddedPostgres.running(home).orElseGet(() -> EmbeddedPostgres.start(home, 0, true));
    }

    static Path folder(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("QUTB_DATA", "data"));
    }

    /** Why a command could not do its work, in one line. */
    public static String whyNot(Exception failure, Map<String, String> environment) {
        return StartFailures.line(failure, environment);
    }
}
