package ma.qutb.spaces.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AllocatingTests {

    @Test
    void aHundredShopsAndFourHundredApplicantsKeepEveryRule() {
        var call = MadeUpCall.of(5, 100, 400);

        var allocation = Allocating.allocate(call);

        assertThat(Rules.broken(call, allocation.holders())).isEmpty();
        assertThat(allocation.value()).isEqualTo(Rules.value(call, allocation.holders()));
        assertThat(allocation.holders()).hasSizeGreaterThan(95);
        assertThat(allocation.gap()).isLessThan(0.1);
        assertThat(Rules.quotaSeats(call, allocation.holders())).isEqualTo(100 / 4 + 100 / 5);
    }

    @Test
    void theLinearPartOfAHundredShopsEqualsTheHungarianMethod() {
        for (int seed = 0; seed < 5; seed++) {
            var call = MadeUpCall.linear(MadeUpCall.of(seed, 100, 400));

            var allocation = Allocating.allocate(call);

            assertThat(allocation.value()).isEqualTo(Hungarian.greatest(call));
            assertThat(allocation.proven()).isTrue();
        }
    }

    @Test
    void noOtherAllocationOfASmallCallIsBetter() {
        for (int seed = 0; seed < 150; seed++) {
            var call = MadeUpCall.small(seed, 2 + seed % 4, 3 + seed % 5);

            var allocation = Allocating.allocate(call);
            var best = new Trying(call);

            assertThat(Rules.broken(call, allocation.holders()))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(Rules.quotaSeats(call, allocation.holders()))
                    .as("seats of quotas, seed %d", seed)
                    .isEqualTo(best.seats);
            assertThat(allocation.value()).as("value, seed %d", seed).isEqualTo(best.value);
            assertThat(allocation.proven()).isTrue();
        }
    }

    @Test
    void theOrderInWhichThingsAreGivenDoesNotMatter() {
        var call = MadeUpCall.of(7, 60, 200);
        var units = new ArrayList<>(call.units());
        var candidates = new ArrayList<>(call.candidates());
        var first = Allocating.allocate(call);
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(units, new Random(seed));
            Collections.shuffle(candidates, new Random(seed));

            assertThat(Allocating.allocate(
                            new Instance(units, candidates, call.crafts(), call.quotas(), call.weights())))
                    .isEqualTo(first);
        }
    }

    @Test
    void nobodyIsPassedOverForFewerPointsWhereNoQuotaOrNeighbourSpeaks() {
        var call = MadeUpCall.linear(MadeUpCall.of(9, 100, 400));
        var holders = Allocating.allocate(call).holders();
        var people = call.candidatesByNumber();

        var passedOver = call.candidates().stream()
                .filter(it -> !holders.containsValue(it.number()))
                .flatMap(it -> it.wishes().stream()
                        .filter(unit ->
                                call.bar(it, call.unitsByNumber().get(unit)).isEmpty())
                        .filter(unit -> !people.get(holders.get(unit)).comesBefore(it)))
                .toList();

        assertThat(passedOver).isEmpty();
    }

    @Test
    void neighboursOfOneCraftAreBroughtTogetherAndNoRuleIsBroken() {
        var plain = MadeUpCall.of(3, 100, 400);
        var weights = plain.weights();
        var clustered = new Instance(
                plain.units(), plain.candidates(), plain.crafts(), plain.quotas(), weights.withClusters(20));

        var apart = Allocating.allocate(plain);
        var together = Allocating.allocate(clustered);

        assertThat(Rules.broken(clustered, together.holders())).isEmpty();
        assertThat(pairs(clustered, together)).isGreaterThan(pairs(plain, apart));
        // Each pair is seen from both of its sides.
        assertThat(together.value() + 20 * pairs(clustered, together) / 2)
                .isGreaterThanOrEqualTo(apart.value() + 20 * pairs(plain, apart) / 2);
    }

    private static long pairs(Instance call, Allocation allocation) {
        var people = call.candidatesByNumber();
        return call.units().stream()
                .flatMap(unit -> unit.neighbours().stream()
                        .filter(next ->
                                craft(people, allocation, next).equals(craft(people, allocation, unit.number()))))
                .count();
    }

    private static String craft(Map<String, Candidate> people, Allocation allocation, String unit) {
        var holder = allocation.holders().get(unit);
        return holder == null ? "none in " + unit : people.get(holder).craft();
    }

    /** Every allocation there is, one after the other. */
    private static final class Trying {

        private final Instance call;
        private int seats = -1;
        private long value = -1;

        Trying(Instance call) {
            this.call = call;
            from(0, new TreeMap<>());
        }

        private void from(int at, Map<String, String> holders) {
            if (at == call.units().size()) {
                if (Rules.broken(call, holders).isEmpty()) {
                    keep(Rules.quotaSeats(call, holders), Rules.value(call, holders));
                }
                return;
            }
            from(at + 1, holders);
            var unit = call.units().get(at).number();
            for (var it : call.candidates()) {
                if (it.wishes().contains(unit) && !holders.containsValue(it.number())) {
                    var more = new HashMap<>(holders);
                    more.put(unit, it.number());
                    from(at + 1, more);
                }
            }
        }

        private void keep(int filled, long worth) {
            if (filled > seats || filled == seats && worth > value) {
                seats = filled;
                value = worth;
            }
        }
    }
}
