package ma.qutb.spaces.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import ma.qutb.spaces.Nuisance;
import ma.qutb.spaces.allocation.Allocating;
import ma.qutb.spaces.allocation.Candidate;
import ma.qutb.spaces.allocation.CraftNature;
import ma.qutb.spaces.allocation.Instance;
import ma.qutb.spaces.allocation.MadeUpCall;
import ma.qutb.spaces.allocation.OfferedUnit;
import ma.qutb.spaces.allocation.Quota;
import ma.qutb.spaces.allocation.Weights;
import org.junit.jupiter.api.Test;

/** Who comes next for a unit that became free, and what is kept of an allocation as text. */
class SuccessionTests {

    private static final String WOMEN = "women_cooperative";

    private static Candidate candidate(String number, String craft, long score, int place, Set<String> groups) {
        return new Candidate(number, number, craft, score, true, false, groups, List.of("1", "2"), place);
    }

    /** Two shops wall to wall; a smith is too loud beside a jeweller. */
    private static Instance instance(List<Quota> quotas, Candidate... candidates) {
        var loud = CraftNature.of("SMI", new Nuisance(3, 0, 0, 0));
        var quiet = CraftNature.of("JEW", Nuisance.NONE);
        return new Instance(
                Stream.of("1", "2")
                        .map(it -> new OfferedUnit(
                                it, Set.of(), true, Nuisance.ANY, new TreeSet<>(Set.of(it.equals("1") ? "2" : "1"))))
                        .toList(),
                List.of(candidates),
                new TreeMap<>(Map.of("SMI", loud, "JEW", quiet)),
                quotas,
                Weights.scoresFirst(2, candidates.length, 2));
    }

    @Test
    void morePointsComeFirstThenTheDraw() {
        var all = instance(
                List.of(),
                candidate("a", "JEW", 50, 1, Set.of()),
                candidate("b", "JEW", 70, 3, Set.of()),
                candidate("c", "JEW", 70, 2, Set.of()));
        var next = new Succession(all, Map.of());

        assertThat(next.next("1", Set.of(), List.of())).map(Candidate::number).contains("c");
        assertThat(next.next("1", Set.of("c"), List.of()))
                .map(Candidate::number)
                .contains("b");
        assertThat(next.next("1", Set.of(), List.of("a")))
                .map(Candidate::number)
                .contains("a");
        assertThat(next.next("1", Set.of("a", "b", "c"), List.of("a"))).isEmpty();
        assertThat(next.waiting()).extracting(Candidate::number).containsExactly("c", "b", "a");
    }

    @Test
    void aShareThatIsNotFilledComesBeforePoints() {
        var all = instance(
                List.of(new Quota(WOMEN, 1)),
                candidate("a", "JEW", 90, 1, Set.of()),
                candidate("b", "JEW", 40, 2, Set.of(WOMEN)),
                candidate("c", "JEW", 30, 3, Set.of(WOMEN)));

        assertThat(new Succession(all, Map.of()).next("1", Set.of(), List.of()))
                .map(Candidate::number)
                .contains("b");
        assertThat(new Succession(all, Map.of("2", "c")).next("1", Set.of(), List.of()))
                .map(Candidate::number)
                .contains("a");
    }

    @Test
    void nobodyComesBesideWhomTheyWouldDisturb() {
        var all = instance(
                List.of(),
                candidate("a", "SMI", 90, 1, Set.of()),
                candidate("b", "JEW", 40, 2, Set.of()),
                candidate("c", "JEW", 30, 3, Set.of()));

        assertThat(new Succession(all, Map.of("2", "c")).next("1", Set.of(), List.of()))
                .map(Candidate::number)
                .contains("b");
    }

    @Test
    void whatIsKeptGivesTheSameAllocationAgain() {
        var made = MadeUpCall.of(7, 12, 40);
        var text = new AllocationFile(1000, made).text();
        var read = AllocationFile.parse(text);
        var once = Allocating.allocate(read.instance());
        var result = AllocationFile.result(text, once);

        assertThat(read.text()).isEqualTo(text);
        assertThat(AllocationFile.allocation(result)).isEqualTo(once);
        assertThat(AllocationFile.result(
                        text, Allocating.allocate(AllocationFile.parse(text).instance())))
                .isEqualTo(result);
    }
}
