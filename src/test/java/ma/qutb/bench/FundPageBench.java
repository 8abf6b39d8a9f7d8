package ma.qutb.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import ma.qutb.ledger.JournalGlance;
import ma.qutb.materials.Fund;
import ma.qutb.materials.FundId;
import ma.qutb.materials.fund.ReadingFund;
import ma.qutb.registry.LocalName;

/** Everything the page of a fund says, read from a book with a million entries. */
final class FundPageBench {

    private static final int ENTRIES = Integer.getInteger("entries", 1_000_000);
    private static final int SAMPLES = 40;
    private static final int LATEST = 5;

    private FundPageBench() {}

    public static void main(String[] arguments) throws Exception {
        var now = Instant.now();
        try (var database = new BenchDatabase();
                var ledger = new BenchLedger(database.application(), Clock.system(ZoneId.of("Africa/Casablanca")))) {
            Bench.say("writing %,d entries", ENTRIES);
            var many = new ManyEntries(ledger, ENTRIES, now);
            try (var owner = database.owner().getDataSource().getConnection()) {
                many.write(owner);
            }
            var fund = fund(database, many);
            var samples = new double[SAMPLES];
            for (int i = -5; i < SAMPLES; i++) {
                double took = Bench.milliseconds(() -> {
                    var sheet = ledger.bean(ReadingFund.class).read(fund);
                    var latest = ledger.bean(JournalGlance.class).latest(fund.book(), LATEST);
                    if (sheet.months().size() < ManyEntries.MONTHS
                            || latest.size() < LATEST
                            || sheet.quote().isEmpty()) {
                        throw new IllegalStateException("not the whole page");
                    }
                });
                if (i >= 0) {
                    samples[i] = took;
                }
            }
            Bench.figure("fund.page1m.ms", Bench.p95(samples), "ms", SAMPLES);
        }
    }

    private static Fund fund(BenchDatabase database, ManyEntries many) {
        var fund = new Fund(FundId.next(), "MANY", new LocalName("قياس", "mesure", "measure"), many.book(), true);
        database.owner().update("""
                insert into materials.fund (id, code, name_ar, name_fr, name_en, book, demonstration, version)
                values (?, 'MANY', 'قياس', 'mesure', 'measure', ?, true, 1)
                """, fund.id().value(), fund.book().value());
        // The reference data with its materials is not loaded here.
        database.owner().execute("alter table materials.quote drop constraint quote_of_material");
        database.owner().update("""
                insert into materials.quote (id, material_code, quoted_on, price, source, entered_at, entered_by, entered_by_name)
                select gen_random_uuid(), 'SILVER', current_date - week * 7, 1000000 + week, 'typed', now(), 'bench', 'bench'
                  from generate_series(0, 130) week
                """);
        return fund;
    }
}
