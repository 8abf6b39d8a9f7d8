package ma.qutb.spaces.allocation;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import ma.qutb.spaces.Nuisance;

/**
 * A unit of a call: the crafts it is meant for (none named: any), whether it is reached without steps, what its walls hold
 * back, and the units that share a wall with it.
 */
public record OfferedUnit(
        String number, Set<String> crafts, boolean accessible, Nuisance walls, SortedSet<String> neighbours) {

    public OfferedUnit {
        crafts = Collections.unmodifiableSortedSet(new TreeSet<>(crafts));
        neighbours = Collections.unmodifiableSortedSet(new TreeSet<>(neighbours));
    }
}
