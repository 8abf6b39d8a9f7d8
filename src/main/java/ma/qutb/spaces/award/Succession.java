package ma.qutb.spaces.award;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ma.qutb.spaces.allocation.Candidate;
import ma.qutb.spaces.allocation.Instance;
import ma.qutb.spaces.allocation.OfferedUnit;
import ma.qutb.spaces.allocation.Quota;

/**
 * Who comes next for a unit that became free, by the rules of the allocation: whom an upheld appeal put first, then a group whose share is
 * not filled, then more points, then the draw. Only who asked for the unit and may have it.
 */
final class Succession {

    private final Instance instance;
    private final Map<String, Candidate> candidates;
    private final Map<String, Candidate> holders = new HashMap<>();

    /** @param holders number of the application by number of the unit, of those who have one or are asked now */
    Succession(Instance instance, Map<String, String> holders) {
        this.instance = instance;
        this.candidates = instance.candidatesByNumber();
        holders.forEach((unit, number) -> {
            var candidate = candidates.get(number);
            if (candidate != null) {
                this.holders.put(unit, candidate);
            }
        });
    }

    /**
     * @param out numbers of applications that are out: withdrawn, or asked before
     * @param first numbers that come before all others, the first of them first
     */
    Optional<Candidate> next(String unitNumber, Set<String> out, List<String> first) {
        var unit = Objects.requireNonNull(instance.unitsByNumber().get(unitNumber), "a unit of the call");
        var may = instance.candidates().stream()
                .filter(it -> !out.contains(it.number()) && !holders.containsValue(it) && may(it, unit))
                .sorted(this::before)
                .toList();
        return first.stream()
                .flatMap(number -> may.stream().filter(it -> it.number().equals(number)))
                .findFirst()
                .or(() -> unfilled(may))
                .or(() -> may.stream().findFirst());
    }

    private Optional<Candidate> unfilled(List<Candidate> may) {
        return instance.quotas().stream()
                .filter(it -> seats(it) < it.units())
                .flatMap(quota -> may.stream()
                        .filter(it -> instance.quotaOf(it).filter(quota::equals).isPresent())
                        .limit(1))
                .findFirst();
    }

    private boolean may(Candidate it, OfferedUnit unit) {
        return it.wishes().contains(unit.number())
                && instance.bar(it, unit).isEmpty()
                && unit.neighbours().stream()
                        .map(holders::get)
                        .filter(Objects::nonNull)
                        .noneMatch(other -> instance.disturb(it, other));
    }

    private long seats(Quota quota) {
        return holders.values().stream()
                .filter(it -> instance.quotaOf(it).filter(quota::equals).isPresent())
                .count();
    }

    private int before(Candidate one, Candidate other) {
        return one.comesBefore(other) ? -1 : other.comesBefore(one) ? 1 : 0;
    }

    /** Those without a unit who could have one they asked for, the first of them first: the waiting list as it begins. */
    List<Candidate> waiting() {
        var units = instance.unitsByNumber();
        return instance.candidates().stream()
                .filter(it -> !holders.containsValue(it))
                .filter(it -> it.wishes().stream()
                        .map(units::get)
                        .anyMatch(unit -> unit != null && instance.bar(it, unit).isEmpty()))
                .sorted(Comparator.comparing(Candidate::score).reversed().thenComparing(Candidate::place))
                .toList();
    }
}
