package ma.qutb.ledger.proof;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Map;
import java.util.stream.Collectors;
import ma.qutb.platform.CommandDatabase;
import ma.qutb.platform.Console;

/** {@code bin/verify-ledger}: one line, and 1 as exit status when the ledger is damaged. */
public final class ProofCommand {

    private static final double NANOS = 1e9;

    private ProofCommand() {}

    public static void main(String[] arguments) {
        // The line may be Arabic whatever the terminal claims to read.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(System.getenv(), out));
    }

    static int run(Map<String, String> environment, PrintStream out) {
        var console = Console.of(environment, "ledger");
        long begun = System.nanoTime();
        try (var server = CommandDatabase.of(environment);
                var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            var finding = LedgerWalk.over(connection);
            out.println(finding.whole() ? whole(console, finding, begun) : damaged(console, finding));
            return finding.whole() ? 0 : 1;
        } catch (Exception failure) {
            out.println("Qutb: " + CommandDatabase.whyNot(failure, environment));
            return 2;
        }
    }

    private static String whole(Console console, Finding finding, long begun) {
        return console.text(
                "ledger.proof.whole",
                finding.entries(),
                finding.postings(),
                "%.1f".formatted((System.nanoTime() - begun) / NANOS));
    }

    private static String damaged(Console console, Finding finding) {
        return console.text(
                "ledger.proof.damaged",
                finding.entries(),
                finding.damage().stream()
                        .map(it -> console.text("ledger.damage." + it.kind()) + " (" + it.place() + ")")
                        .collect(Collectors.joining("; ")));
    }
}
