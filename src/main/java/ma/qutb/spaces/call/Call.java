package ma.qutb.spaces.call;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.UnitId;

/**
 * A call for applications.
 *
 * @param number year and place in it; it gets one when it is published
 * @param seed where the seed of the draw will come from, as it is published before
 * @param units in the order of their numbers
 * @param shares kept for groups, the first counts first
 */
public record Call(
        CallId id,
        Optional<String> number,
        SiteId site,
        Calendar calendar,
        LocalName seed,
        Set<PartyKind> parties,
        List<UnitId> units,
        List<Criterion> criteria,
        List<AskedPaper> papers,
        List<KeptShare> shares,
        Optional<Instant> publishedAt,
        Optional<Instant> cancelledAt,
        Optional<Instant> settledAt,
        boolean demonstration) {

    public Call {
        parties = Set.copyOf(parties);
        units = List.copyOf(units);
        criteria = List.copyOf(criteria);
        papers = List.copyOf(papers);
        shares = List.copyOf(shares);
    }

    /** How a call stands; the words are {@code spaces.call.state.<code>}. */
    public enum State {
        DRAFT,
        ANNOUNCED,
        OPEN,
        CLOSED,
        SETTLED,
        CANCELLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state(Instant now) {
        if (publishedAt.isEmpty()) {
            return State.DRAFT;
        }
        if (cancelledAt.isPresent()) {
            return State.CANCELLED;
        }
        if (settledAt.isPresent()) {
            return State.SETTLED;
        }
        return now.isBefore(calendar.opensAt())
                ? State.ANNOUNCED
                : now.isBefore(calendar.closesAt()) ? State.OPEN : State.CLOSED;
    }

    public boolean open(Instant now) {
        return state(now) == State.OPEN;
    }

    /** The papers a party of this kind in these groups must bring. */
    public List<AskedPaper> papersOf(PartyKind party, Set<Group> groups) {
        return papers.stream().filter(it -> it.neededOf(party, groups)).toList();
    }

    /** As addresses and people call it; the id while it has no number. */
    public String called() {
        return number.orElse(id.toString());
    }
}
