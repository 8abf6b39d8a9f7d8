package ma.qutb.platform;

import java.nio.file.Path;

/** {@code bin/backup FILE} and {@code bin/restore FILE}. */
public final class BackupCommand {

    private BackupCommand() {}

    public static void main(String[] arguments) {
        var console = Console.of(System.getenv());
        try {
            var file = Path.of(arguments[1]).toAbsolutePath();
            var folder = CommandDatabase.folder(System.getenv());
            var elsewhere = Settings.filesElsewhere(Settings.read(), folder);
            try (var server = CommandDatabase.of(System.getenv())) {
                switch (arguments[0]) {
                    case "backup" ->
                        System.out.println(console.text(
                                "platform.backup.done", Backup.write(server, folder, elsewhere, file), file));
                    case "restore" ->
                        System.out.println(console.text(
                                "platform.restore.done", Restore.read(file, server, folder, elsewhere), folder));
                    default -> throw new IllegalArgumentException(arguments[0]);
                }
            }
        } catch (Exception failure) {
            System.err.println("Qutb: " + StartFailures.line(failure, System.getenv()));
            System.exit(1);
        }
    }
}
