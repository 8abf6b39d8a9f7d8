package ma.qutb.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import ma.qutb.bench.BenchDatabase;
import ma.qutb.bench.BenchLedger;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application and the database are killed in the middle of posting: whoever was answered has their entry, whoever was not has it
 * whole or not at all, and the ledger is proved whole each time. {@code -Dqutb.ledger.kills=20} kills more often.
 */
class KillTests {

    private static final int KILLS = Integer.getInteger("qutb.ledger.kills", 2);
    private static final int BEFORE = 40;

    @TempDir
    Path folder;

    private BenchDatabase database;
    private List<String> arguments;
    private final Set<UUID> sent = new HashSet<>();
    private final Set<UUID> answered = new HashSet<>();

    @Test
    void whoeverIsAnsweredHasTheirEntryWhateverIsKilled() throws Exception {
        try (var opened = new BenchDatabase()) {
            database = opened;
            openBook();
            for (int kill = 0; kill < KILLS; kill++) {
                round(kill, kill % 2 == 0);
            }
        }
    }

    private void openBook() {
        try (var ledger = new BenchLedger(database.application(), Clock.system(ZoneId.of("Africa/Casablanca")))) {
            var book = ledger.book("KILLED");
            var server = database.environment();
            arguments = List.of(
                    server.get("QUTB_DB_URL"),
                    server.get("QUTB_DB_USER"),
                    server.get("QUTB_DB_PASSWORD"),
                    book.value().toString(),
                    ledger.account(book, ChartRole.TILL, "MAD", Bounds.NOT_BELOW_ZERO)
                            .value()
                            .toString(),
                    ledger.account(book, ChartRole.SALES, "MAD", Bounds.NONE)
                            .value()
                            .toString(),
                    ledger.account(book, ChartRole.STOCK, "AG_FINE", Bounds.NOT_BELOW_ZERO)
                            .value()
                            .toString(),
                    ledger.account(book, ChartRole.OUTSIDE, "AG_FINE", Bounds.NONE)
                            .value()
                            .toString());
        }
    }

    private void round(int number, boolean theDatabase) throws Exception {
        var said = folder.resolve("said-" + number);
        var clerk = start(said);
        try {
            awaitAnswers(clerk, said, BEFORE);
            Thread.sleep(ThreadLocalRandom.current().nextLong(300));
            if (theDatabase) {
                killDatabase();
                // It comes back by itself, and the clerk sends again what was not answered.
                awaitAnswers(clerk, said, count(said) + BEFORE);
            }
        } finally {
            clerk.destroyForcibly().waitFor();
        }
        read(said);
        check();
    }

    private Process start(Path said) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                BusyClerk.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private void awaitAnswers(Process clerk, Path said, long wanted) throws Exception {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (count(said) < wanted) {
            assertThat(clerk.isAlive())
                    .as("the clerk gave up: %s", Files.readString(folder.resolve("errors")))
                    .isTrue();
            assertThat(System.nanoTime()).as("nothing is answered any more").isLessThan(until);
            Thread.sleep(50);
        }
    }

    private static long count(Path said) throws IOException {
        try (var lines = Files.lines(said)) {
            return lines.filter(it -> it.startsWith("answered")).count();
        }
    }

    /** Every process of it at once, as a power cut does. */
    private void killDatabase() throws IOException {
        var server = ProcessHandle.of(database.serverProcess()).orElseThrow();
        var backends = server.descendants().toList();
        server.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
    }

    private void read(Path said) throws IOException {
        for (var line : Files.readAllLines(said)) {
            var words = line.split(" ");
            // The last line may be cut off.
            if (words.length == 2 && words[1].length() == 36) {
                (words[0].equals("sent") ? sent : answered).add(UUID.fromString(words[1]));
            }
        }
    }

    private void check() throws SQLException {
        var lines = new HashMap<UUID, Integer>();
        try (var owner = database.owner().getDataSource().getConnection()) {
            assertThat(LedgerWalk.over(owner).damage()).isEmpty();
            lines.putAll(written(owner));
        }
        assertThat(lines.keySet()).as("answered and gone").containsAll(answered);
        assertThat(sent).as("never sent").containsAll(lines.keySet());
        assertThat(lines.values()).as("half an entry").containsOnly(BusyClerk.LINES);
    }

    private static Map<UUID, Integer> written(java.sql.Connection owner) throws SQLException {
        var lines = new HashMap<UUID, Integer>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select e.key, (select count(*) from ledger.posting p where p.book = e.book and p.number = e.number)
                          from ledger.entry e""")) {
            while (rows.next()) {
                lines.merge(rows.getObject(1, UUID.class), rows.getInt(2), Integer::sum);
            }
        }
        return lines;
    }
}
