package ma.qutb.spaces.lease;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a lease costs and for how long.
 *
 * @param from its first day
 * @param until the first day after it
 * @param rents centimes a month, each from a day on, as it was agreed
 * @param indexBasisPoints by which the rent rises every {@code indexMonths} months after the first day; 0: never
 */
public record Terms(
        LocalDate from, LocalDate until, SortedMap<LocalDate, Long> rents, int indexBasisPoints, int indexMonths) {

    private static final int WHOLE = 10_000;

    public Terms {
        rents = new TreeMap<>(rents);
    }

    /**
     * A stretch of days at one rent.
     *
     * @param until the first day after
     * @param rent centimes a month
     */
    public record Stretch(LocalDate from, LocalDate until, long rent) {}

    /** The stretches of the whole lease in their order, rises by index among them. */
    public List<Stretch> stretches() {
        var changes = new TreeMap<LocalDate, Long>();
        rents.forEach((day, rent) -> changes.put(day.isBefore(from) ? from : day, rent));
        if (indexBasisPoints > 0 && indexMonths > 0) {
            for (int step = 1; from.plusMonths((long) step * indexMonths).isBefore(until); step++) {
                var day = from.plusMonths((long) step * indexMonths);
                // What was agreed for that very day counts as it was agreed.
                if (!changes.containsKey(day)) {
                    changes.put(day, 0L);
                }
            }
        }
        var stretches = new ArrayList<Stretch>();
        long rent = 0;
        for (var change : changes.entrySet()) {
            rent = change.getValue() == 0 ? risen(rent) : change.getValue();
            var next = changes.higherKey(change.getKey());
            var end = next == null || next.isAfter(until) ? until : next;
            if (change.getKey().isBefore(end)) {
                stretches.add(new Stretch(change.getKey(), end, rent));
            }
        }
        return stretches;
    }

    /** The rent of a month on this day; 0 where the lease does not run. */
    public long rentOn(LocalDate day) {
        return stretches().stream()
                .filter(it -> !day.isBefore(it.from()) && day.isBefore(it.until()))
                .mapToLong(Stretch::rent)
                .findFirst()
                .orElse(0);
    }

    public Terms endingOn(LocalDate day) {
        return new Terms(from, day, rents, indexBasisPoints, indexMonths);
    }

    /** To the nearest centime, a half upwards. */
    private long risen(long rent) {
        return Math.floorDiv(rent * (WHOLE + indexBasisPoints) + WHOLE / 2, (long) WHOLE);
    }
}
