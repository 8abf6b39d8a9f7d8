package ma.qutb.spaces.allocation;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An application as the allocation sees it.
 *
 * @param number what its receipt says
 * @param party whose it is; a party gets one unit whatever it applies for
 * @param score whole points given by the committee, not negative
 * @param complete whether every document asked for was there
 * @param needsAccess whether only a unit without steps will do
 * @param groups what it may count for in a quota
 * @param wishes numbers of units, the dearest first, none twice
 * @param place its place in the draw, from 1
 */
public record Candidate(
        String number,
        String party,
        String craft,
        long score,
        boolean complete,
        boolean needsAccess,
        Set<String> groups,
        List<String> wishes,
        int place) {

    public Candidate {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
        wishes = List.copyOf(wishes);
        if (score < 0 || place < 1 || Set.copyOf(wishes).size() < wishes.size()) {
            throw new IllegalArgumentException("application " + number + ": score " + score + ", place " + place
                    + " in the draw, wishes " + wishes);
        }
    }

    /** Before everything else: more points, and among equals the earlier in the draw. */
    public boolean comesBefore(Candidate other) {
        return score != other.score ? score > other.score : place < other.place;
    }
}
