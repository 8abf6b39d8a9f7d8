package ma.qutb.spaces.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainingTests {

    private final Map<Reason.Kind, Integer> said = new EnumMap<>(Reason.Kind.class);

    @Test
    void whateverIsSaidToAnApplicantIsTrue() {
        for (int seed = 0; seed < 40; seed++) {
            check(MadeUpCall.small(seed, 5, 12));
            if (seed % 5 == 0) {
                check(MadeUpCall.of(seed, 30, 90));
            }
        }
        assertThat(said).as("each kind of reason came up").containsKeys(Reason.Kind.values());
    }

    private void check(Instance call) {
        var allocation = Allocating.allocate(call);
        var explaining = new Explaining(call, allocation);
        for (var candidate : call.candidates()) {
            var reasons = explaining.of(candidate);
            assertThat(reasons).hasSameSizeAs(candidate.wishes());
            for (var reason : reasons) {
                said.merge(reason.kind(), 1, Integer::sum);
                assertThat(isTrue(call, allocation, candidate, reason))
                        .as("%s says to %s", reason, candidate)
                        .isTrue();
            }
        }
    }

    private static boolean isTrue(Instance call, Allocation allocation, Candidate candidate, Reason reason) {
        var people = call.candidatesByNumber();
        var unit = call.unitsByNumber().get(reason.unit());
        var holder = people.get(allocation.holders().getOrDefault(reason.unit(), ""));
        var craft = call.crafts().get(candidate.craft());
        boolean has = allocation.holders().containsValue(candidate.number());
        boolean winnerHolds = holder != null && holder.number().equals(reason.winner());
        return candidate.wishes().indexOf(reason.unit()) == reason.rank() - 1
                && switch (reason.kind()) {
                    case GIVEN -> candidate.equals(holder);
                    case DOCUMENTS -> !candidate.complete();
                    case CRAFT -> !unit.crafts().isEmpty() && !unit.crafts().contains(candidate.craft());
                    case NUISANCE -> !unit.walls().bears(craft.causes());
                    case ACCESS -> candidate.needsAccess() && !unit.accessible();
                    case HAS_ANOTHER -> {
                        var seated = people.get(allocation.holders().get(reason.about()));
                        yield seated.party().equals(candidate.party())
                                && (!seated.equals(candidate)
                                        || candidate.wishes().indexOf(reason.about()) < reason.rank() - 1);
                    }
                    case HIGHER_SCORE ->
                        winnerHolds
                                && reason.theirs() == holder.score()
                                && reason.own() == candidate.score()
                                && reason.theirs() > reason.own();
                    case DRAW ->
                        winnerHolds
                                && holder.score() == candidate.score()
                                && reason.theirs() == holder.place()
                                && reason.own() == candidate.place()
                                && reason.theirs() < reason.own();
                    case DEARER_WISH ->
                        winnerHolds
                                && holder.score() == candidate.score()
                                && reason.theirs() == holder.wishes().indexOf(reason.unit()) + 1
                                && reason.theirs() < reason.own();
                    case QUOTA ->
                        winnerHolds
                                && holder.groups().contains(reason.about())
                                && holder.score() <= candidate.score()
                                && Rules.quotaSeats(call, allocation.holders())
                                        > Rules.quotaSeats(call, without(allocation, reason.unit()));
                    case NEIGHBOUR -> {
                        var next = people.get(allocation.holders().get(reason.about()));
                        yield unit.neighbours().contains(reason.about())
                                && next.number().equals(reason.winner())
                                && craft.disturbs(call.crafts().get(next.craft()));
                    }
                    case ALL_TOGETHER -> has || holder == null || holder.score() <= candidate.score();
                };
    }

    private static Map<String, String> without(Allocation allocation, String unit) {
        var others = new java.util.TreeMap<>(allocation.holders());
        others.remove(unit);
        return others;
    }
}
