package ma.qutb.platform;

import java.util.Map;
import org.springframework.boot.web.server.PortInUseException;

/** Turns whatever stopped the start into one clear line. */
public final class StartFailures {

    private StartFailures() {}

    /** The line for the operator, in the language of the terminal. */
    public static String line(Throwable failure, Map<String, String> environment) {
        var console = Console.of(environment);
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFailure known) {
                return console.text(known.key(), known.arguments());
            }
            if (cause instanceof PortInUseException port) {
                return console.text("platform.start.port-taken", port.getPort());
            }
            var said = String.valueOf(cause.getMessage());
            if (said.contains("No space left on device")) {
                return console.text("platform.start.disk-full");
            }
        }
        var last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return console.text("platform.start.unknown", last.getClass().getSimpleName() + ": " + last.getMessage());
    }
}
