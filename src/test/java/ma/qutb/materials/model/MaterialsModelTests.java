package ma.qutb.materials.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.TreeMap;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.materials.model.Sequence.Crowd;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Random sequences of what happens to a fund: ordering, receiving, selling, lending, repaying, undoing, melting, moving, counting,
 * losing, opening and closing tills and months. After each act the program holds and says what the model does, and what the model
 * refuses is refused for the same reason and leaves nothing behind. More of them: {@code -Dqutb.materials.sequences=10000}, others
 * {@code -Dqutb.materials.first=200}; one again: {@code -Dqutb.materials.seed=…}.
 */
@MaterialsModuleTest
@Import({TestCounter.class, Program.class})
// A database of its own: its clock is years ahead of the others' and prices are everybody's.
@TestPropertySource(properties = "qutb.test.database=qutb_materials_model")
class MaterialsModelTests {

    private static final int STEPS = 30;
    private static final int ENOUGH = 25;
    /** Refusals that so many sequences must meet, or the model refuses hardly anything. */
    private static final int DIFFERENT = 30;

    private static final long FIRST_SEED = 30_260_000;

    @Autowired
    Program program;

    @Test
    void theProgramDoesAndSaysWhatTheModelDoes() {
        var only = Long.getLong("qutb.materials.seed");
        int sequences = only == null ? Integer.getInteger("qutb.materials.sequences", 25) : 1;
        program.counter().quote("12.50");
        var crowd = Crowd.of(program.counter());
        var refusals = new TreeMap<String, Integer>();
        for (int i = 0; i < sequences; i++) {
            long seed = only == null ? FIRST_SEED + Integer.getInteger("qutb.materials.first", 0) + i : only;
            int step = 0;
            var all = new Sequence(program, crowd, seed, refusals);
            try {
                for (var acts = new Acts(all); step < STEPS; step++) {
                    program.clock()
                            .forward(Duration.ofMinutes(
                                    all.random.nextInt(1, all.random.nextInt(6) == 0 ? 20_000 : 600)));
                    acts.freshQuote();
                    acts.any();
                    acts.comparison.afterEachAct();
                }
                new Comparison(all).atTheEnd();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("step " + step + " of -Dqutb.materials.seed=" + seed, e);
            }
        }
        if (sequences >= ENOUGH) {
            assertThat(refusals).as("what was refused, and how often").hasSizeGreaterThan(DIFFERENT);
        }
    }

    /** All that can happen, what happens often more often. */
    private static class Acts {

        private final Sequence all;
        private final Comparison comparison;
        private final SupplyActs supply;
        private final StockActs stock;
        private final CounterActs counter;
        private final CountActs count;
        private final TillActs till;
        private final CapitalActs capital;

        Acts(Sequence all) {
            this.all = all;
            comparison = new Comparison(all);
            supply = new SupplyActs(all);
            stock = new StockActs(all);
            counter = new CounterActs(all);
            count = new CountActs(all, counter);
            till = new TillActs(all);
            capital = new CapitalActs(all);
            // What a point needs before anything can happen there.
            capital.contribute();
            all.tills.forEach(it -> till.open(it, 0, ""));
            supply.order();
            supply.receive();
            counter.grant();
        }

        /** Somebody looks at the price of silver nearly every week. */
        void freshQuote() {
            if (all.counter.quotedOn.plusDays(ModelCounter.QUOTE_DAYS).isBefore(all.today())
                    && all.random.nextInt(10) > 0) {
                all.quote();
            }
        }

        void any() {
            switch (all.random.nextInt(20)) {
                case 0 -> capital.act();
                case 1, 2, 3 -> supply.act();
                case 4, 5, 6 -> stock.act();
                case 7, 8 -> till.act();
                case 9 -> count.act();
                case 10 -> all.closeMonth();
                case 11 -> all.quote();
                default -> counter.act();
            }
        }
    }
}
