package ma.qutb.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.random.RandomGeneratorFactory;

/** A book with a million entries: proving it whole, its trial balance at any instant, the statement of an account with 100,000 postings. */
final class LedgerReadingBench {

    private static final int ENTRIES = Integer.getInteger("entries", 1_000_000);
    private static final int SAMPLES = 40;

    private LedgerReadingBench() {}

    public static void main(String[] arguments) throws Exception {
        var now = Instant.now();
        try (var database = new BenchDatabase();
                var ledger = new BenchLedger(database.application(), Clock.system(ZoneId.of("Africa/Casablanca")))) {
            Bench.say("writing %,d entries", ENTRIES);
            var many = new ManyEntries(ledger, ENTRIES, now);
            try (var owner = database.owner().getDataSource().getConnection()) {
                many.write(owner);
            }
            trial(ledger, many, now);
            statement(ledger, many);
            verify(database);
        }
    }

    /** At instants of all the months, the last one included. */
    private static void trial(BenchLedger ledger, ManyEntries many, Instant now) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        long span = Duration.between(many.begin(), now).toSeconds();
        var samples = new double[SAMPLES];
        for (int i = -5; i < SAMPLES; i++) {
            var at = i % 4 == 0 ? now : many.begin().plusSeconds(random.nextLong(span));
            double took = Bench.milliseconds(() -> {
                var trial = ledger.chart().with(many.book(), ledger.balances().at(many.book(), at));
                if (trial.parts().stream().anyMatch(it -> it.debits() != it.credits())) {
                    throw new IllegalStateException("does not balance at " + at);
                }
            });
            if (i >= 0) {
                samples[i] = took;
            }
        }
        Bench.figure("ledger.trial1m.ms", Bench.p95(samples), "ms", SAMPLES);
    }

    private static void statement(BenchLedger ledger, ManyEntries many) {
        var samples = new double[SAMPLES];
        for (int i = -5; i < SAMPLES; i++) {
            double took = Bench.milliseconds(() -> {
                if (ledger.statements().open(many.busiest(), 1).total() < ENTRIES / 10) {
                    throw new IllegalStateException("too few postings");
                }
            });
            if (i >= 0) {
                samples[i] = took;
            }
        }
        Bench.figure("ledger.statement100k.ms", Bench.p95(samples), "ms", SAMPLES);
    }

    private static void verify(BenchDatabase database) throws Exception {
        var command = new ProcessBuilder(
                        System.getProperty("verify", "bin/verify-ledger").split(" "))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.PIPE);
        command.environment().putAll(database.environment());
        long begin = System.nanoTime();
        var process = command.start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Bench.say("%s", said.strip());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("not whole");
        }
        Bench.figure("ledger.verify1m.s", seconds, "s", 1);
    }
}
