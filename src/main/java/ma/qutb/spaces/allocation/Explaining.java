package ma.qutb.spaces.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says of each applicant and each unit they wanted why it is theirs or not, from the input and the result alone. */
public final class Explaining {

    private final Instance instance;
    private final Map<String, OfferedUnit> units;
    private final Map<String, Candidate> candidates;
    private final Map<String, Candidate> holders = new HashMap<>();
    private final Map<String, String> unitOf = new HashMap<>();
    private final Map<String, Candidate> partySeat = new HashMap<>();

    public Explaining(Instance instance, Allocation allocation) {
        this.instance = instance;
        this.units = instance.unitsByNumber();
        this.candidates = instance.candidatesByNumber();
        allocation.holders().forEach((unit, number) -> {
            var holder = Objects.requireNonNull(candidates.get(number));
            holders.put(unit, holder);
            unitOf.put(number, unit);
            partySeat.put(holder.party(), holder);
        });
    }

    /** One reason for each wish that is on offer, in the order of the wishes. */
    public List<Reason> of(Candidate candidate) {
        var reasons = new ArrayList<Reason>();
        for (int rank = 1; rank <= candidate.wishes().size(); rank++) {
            var unit = units.get(candidate.wishes().get(rank - 1));
            if (unit != null) {
                reasons.add(reason(candidate, unit, rank));
            }
        }
        return reasons;
    }

    private Reason reason(Candidate candidate, OfferedUnit unit, int rank) {
        var holder = holders.get(unit.number());
        if (candidate.equals(holder)) {
            return fact(unit, rank, Reason.Kind.GIVEN, null, null);
        }
        var bar = instance.bar(candidate, unit);
        if (bar.isPresent()) {
            return fact(unit, rank, Reason.Kind.valueOf(bar.get().name()), null, null);
        }
        var seated = partySeat.get(candidate.party());
        if (seated != null && (!seated.equals(candidate) || rankOf(candidate, unitOf.get(seated.number())) < rank)) {
            return fact(unit, rank, Reason.Kind.HAS_ANOTHER, seated.number(), unitOf.get(seated.number()));
        }
        if (holder != null && holder.score() > candidate.score()) {
            return new Reason(
                    unit.number(),
                    rank,
                    Reason.Kind.HIGHER_SCORE,
                    holder.number(),
                    candidate.score(),
                    holder.score(),
                    null);
        }
        var neighbour = disturbed(candidate, unit);
        if (neighbour != null) {
            return fact(
                    unit,
                    rank,
                    Reason.Kind.NEIGHBOUR,
                    Objects.requireNonNull(holders.get(neighbour)).number(),
                    neighbour);
        }
        return holder == null
                ? fact(unit, rank, Reason.Kind.ALL_TOGETHER, null, null)
                : taken(candidate, holder, unit, rank);
    }

    /** The holder has no more points than the applicant. */
    private Reason taken(Candidate candidate, Candidate holder, OfferedUnit unit, int rank) {
        int theirRank = rankOf(holder, unit.number());
        boolean equal = holder.score() == candidate.score();
        if (equal && unitOf.get(candidate.number()) == null && holder.place() < candidate.place()) {
            return new Reason(
                    unit.number(), rank, Reason.Kind.DRAW, holder.number(), candidate.place(), holder.place(), null);
        }
        if (equal && theirRank < rank) {
            return new Reason(unit.number(), rank, Reason.Kind.DEARER_WISH, holder.number(), rank, theirRank, null);
        }
        if (equal && holder.place() < candidate.place()) {
            return new Reason(
                    unit.number(), rank, Reason.Kind.DRAW, holder.number(), candidate.place(), holder.place(), null);
        }
        var quota = instance.quotaOf(holder).filter(it -> seats(it) <= it.units());
        if (quota.isPresent() && !instance.quotaOf(candidate).equals(quota)) {
            return new Reason(
                    unit.number(),
                    rank,
                    Reason.Kind.QUOTA,
                    holder.number(),
                    candidate.score(),
                    holder.score(),
                    quota.get().group());
        }
        return new Reason(
                unit.number(),
                rank,
                Reason.Kind.ALL_TOGETHER,
                holder.number(),
                candidate.score(),
                holder.score(),
                unitOf.get(candidate.number()));
    }

    private static Reason fact(
            OfferedUnit unit, int rank, Reason.Kind kind, @Nullable String winner, @Nullable String about) {
        return new Reason(unit.number(), rank, kind, winner, 0, 0, about);
    }

    private static int rankOf(Candidate candidate, @Nullable String unit) {
        int at = unit == null ? -1 : candidate.wishes().indexOf(unit);
        return at < 0 ? Integer.MAX_VALUE : at + 1;
    }

    private long seats(Quota quota) {
        return holders.values().stream()
                .filter(it -> instance.quotaOf(it).filter(quota::equals).isPresent())
                .count();
    }

    private @Nullable String disturbed(Candidate candidate, OfferedUnit unit) {
        for (var neighbour : unit.neighbours()) {
            var other = holders.get(neighbour);
            if (other != null && !other.equals(candidate) && instance.disturb(candidate, other)) {
                return neighbour;
            }
        }
        return null;
    }
}
