package ma.qutb.spaces.allocation;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that decides an allocation, in one order whatever order it came in. */
public record Instance(
        List<OfferedUnit> units,
        List<Candidate> candidates,
        SortedMap<String, CraftNature> crafts,
        List<Quota> quotas,
        Weights weights) {

    public Instance {
        units = units.stream().sorted(Comparator.comparing(OfferedUnit::number)).toList();
        candidates = candidates.stream()
                .sorted(Comparator.comparing(Candidate::number))
                .toList();
        crafts = Collections.unmodifiableSortedMap(new TreeMap<>(crafts));
        quotas = List.copyOf(quotas);
        once(units, OfferedUnit::number);
        once(candidates, Candidate::number);
        once(candidates, Candidate::place);
        once(quotas, Quota::group);
    }

    private static <T> void once(List<T> all, Function<T, Object> key) {
        if (all.stream().map(key).distinct().count() < all.size()) {
            throw new IllegalArgumentException("something is named twice in the input of an allocation");
        }
    }

    /** The rule that keeps an applicant out of a unit whoever else applied; empty if none does. */
    public Optional<Bar> bar(Candidate candidate, OfferedUnit unit) {
        var nature = crafts.get(candidate.craft());
        if (!candidate.complete()) {
            return Optional.of(Bar.DOCUMENTS);
        }
        if (nature == null || !unit.crafts().isEmpty() && !unit.crafts().contains(candidate.craft())) {
            return Optional.of(Bar.CRAFT);
        }
        if (!unit.walls().bears(nature.causes())) {
            return Optional.of(Bar.NUISANCE);
        }
        return candidate.needsAccess() && !unit.accessible() ? Optional.of(Bar.ACCESS) : Optional.empty();
    }

    /** Whether two applicants cannot be neighbours. */
    public boolean disturb(Candidate one, Candidate other) {
        var first = crafts.get(one.craft());
        var second = crafts.get(other.craft());
        return first != null && second != null && first.disturbs(second);
    }

    /** The one quota an applicant counts for: the first the call names among its groups. */
    public Optional<Quota> quotaOf(Candidate candidate) {
        return quotas.stream()
                .filter(it -> candidate.groups().contains(it.group()))
                .findFirst();
    }

    public Map<String, OfferedUnit> unitsByNumber() {
        return units.stream()
                .collect(Collectors.toMap(OfferedUnit::number, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    public Map<String, Candidate> candidatesByNumber() {
        return candidates.stream()
                .collect(Collectors.toMap(Candidate::number, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    /** What a wish at a rank (from 1) is worth for an applicant among so many, where the longest list has so many. */
    static long worth(Weights weights, Candidate candidate, int rank, int applicants, int longest) {
        return Math.addExact(
                Math.multiplyExact(candidate.score(), weights.score()),
                (applicants + 1 - Math.min(candidate.place(), applicants)) * weights.draw()
                        + (longest + 1 - rank) * weights.wish());
    }
}
