package ma.qutb.materials.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.Taking;
import ma.qutb.materials.stock.Transformation.Kind;
import ma.qutb.materials.stock.Transformation.Output;
import org.junit.jupiter.api.Test;

class YieldTests {

    /** 20,000 seeded melts, alloys, partings and assays: silver, cost and weight that go in come out or are named as lost. */
    @Test
    void whatGoesInComesOutOrIsNamedAsLost() {
        int done = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            long weight = chance.nextLong(2, 3_000_000);
            var in = new Taking(weight, chance.nextLong(0, weight + 1), chance.nextLong(0, 5_000_000));
            var kind = Kind.values()[chance.nextInt(4)];
            long alloy = kind == Kind.ALLOY ? chance.nextLong(1, 100_000) : 0;
            try {
                var yield = Yield.of(kind, in, alloy, outputs(kind, in, alloy, chance));
                var out = yield.outputs().stream()
                        .reduce(
                                yield.lost(),
                                (a, b) ->
                                        new Taking(a.weight() + b.weight(), a.fine() + b.fine(), a.cost() + b.cost()));
                assertThat(out)
                        .as("seed %d, %s", seed, kind)
                        .isEqualTo(new Taking(in.weight() + alloy, in.fine(), in.cost()));
                assertThat(yield.outputs())
                        .as("seed %d", seed)
                        .allMatch(it -> it.fine() >= 0 && it.cost() >= 0 && it.fine() <= it.weight());
                assertThat(yield.lost().cost()).isNotNegative();
                if (kind != Kind.ASSAY) {
                    assertThat(yield.lost().fine())
                            .as("seed %d: a fire makes no silver", seed)
                            .isNotNegative();
                }
                done++;
            } catch (Refusal refusal) {
                assertThat(refusal.code()).as("seed %d", seed).isEqualTo("materials.transform.refusal.more-silver");
            }
        }
        assertThat(done).isGreaterThan(10_000);
    }

    private static List<Output> outputs(Kind kind, Taking in, long alloy, RandomGenerator chance) {
        if (kind != Kind.SPLIT) {
            long out = kind == Kind.ASSAY ? in.weight() : chance.nextLong(1, in.weight() + alloy + 1);
            return List.of(new Output(out, Optional.of(new Fineness(chance.nextInt(1, 10_001)))));
        }
        var parts = new ArrayList<Output>();
        long left = in.weight();
        while (left > 1 && parts.size() < 9) {
            long part = chance.nextLong(1, left);
            parts.add(new Output(part, Optional.empty()));
            left -= part;
        }
        parts.add(new Output(left, Optional.empty()));
        return parts;
    }

    @Test
    void aMeltMayLoseNothing() {
        var in = new Taking(1_000, 925, 100);
        var all = List.of(new Output(1_000, Optional.of(Fineness.ofThousandths(925))));

        assertThat(Yield.of(Kind.MELT, in, 0, all)).isEqualTo(new Yield(List.of(in), new Taking(0, 0, 0)));
    }

    @Test
    void aMeltThatLosesSilverLosesItsPartOfTheCost() {
        var yield = melted(new Taking(1_000_000, 925_000, 10_000_00), 990_000, 925);

        assertThat(yield.outputs()).containsExactly(new Taking(990_000, 915_750, 9_900_00));
        assertThat(yield.lost()).isEqualTo(new Taking(10_000, 9_250, 100_00));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var in = new Taking(1_000, 900, 100);
        refused("parts", Kind.SPLIT, in, 0, part(1_000));
        refused("parts-sum", Kind.SPLIT, in, 0, part(500), part(499));
        refused("one-comes-out", Kind.MELT, in, 0);
        refused("no-alloy", Kind.ALLOY, in, 0, part(1_000));
        refused("heavier", Kind.MELT, in, 0, part(1_001));
        refused("heavier", Kind.ASSAY, in, 0, part(999));
        refused("no-fineness", Kind.MELT, in, 0, part(1_000));
        refused("more-silver", Kind.MELT, in, 0, new Output(1_000, Optional.of(Fineness.ofThousandths(901))));
        assertThat(Yield.of(Kind.ASSAY, in, 0, List.of(new Output(1_000, Optional.of(Fineness.ofThousandths(901)))))
                        .lost())
                .as("an assay may find more")
                .isEqualTo(new Taking(0, -1, 0));
    }

    private static void refused(String reason, Kind kind, Taking in, long alloy, Output... outputs) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Yield.of(kind, in, alloy, List.of(outputs)))
                .withMessage("materials.transform.refusal." + reason);
    }

    private static Output part(long weight) {
        return new Output(weight, Optional.empty());
    }

    private static Yield melted(Taking in, long weight, int thousandths) {
        return Yield.of(
                Kind.MELT, in, 0, List.of(new Output(weight, Optional.of(Fineness.ofThousandths(thousandths)))));
    }
}
