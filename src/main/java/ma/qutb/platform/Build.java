package ma.qutb.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which build of Qutb this is. */
final class Build {

    private Build() {}

    /** Of the running one; empty when it runs from a folder of classes, which may change at any moment. */
    static String running() {
        return of(Path.of(URI.create(
                Build.class.getProtectionDomain().getCodeSource().getLocation().toString())));
    }

    /** Size and time of a jar: whatever was built anew is another build. */
    static String of(Path jar) {
        try {
            return Files.isRegularFile(jar)
                    ? Files.size(jar) + " bytes of "
                            + Files.getLastModifiedTime(jar).toInstant()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
