package ma.qutb.spaces.rent;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import ma.qutb.spaces.lease.Terms;

/** What is to be posted so that what was posted of a lease comes to what it costs, month by month. */
final class Reckoning {

    private Reckoning() {}

    /** What was charged for a month until now, and in how many parts. */
    record Posted(long amount, int parts) {

        static final Posted NOTHING = new Posted(0, 0);

        Posted plus(long more) {
            return new Posted(amount + more, parts + 1);
        }
    }

    /**
     * A part of what a month costs.
     *
     * @param seq which part of it, from 0
     * @param amount centimes; below zero where too much was posted before
     */
    record Part(YearMonth month, int seq, long amount) {}

    /** Of each month up to this one, and of each that was posted, also when the lease runs in it no more. */
    static List<Part> lacking(Terms terms, SortedMap<YearMonth, Posted> posted, YearMonth until) {
        var months = new TreeSet<>(posted.keySet());
        var last = YearMonth.from(terms.until().minusDays(1));
        for (var it = YearMonth.from(terms.from()); !it.isAfter(until) && !it.isAfter(last); it = it.plusMonths(1)) {
            months.add(it);
        }
        var parts = new ArrayList<Part>();
        for (var month : months) {
            var before = posted.getOrDefault(month, Posted.NOTHING);
            long lacking = ProRata.of(terms, month) - before.amount();
            if (lacking != 0) {
                parts.add(new Part(month, before.parts(), lacking));
            }
        }
        return parts;
    }
}
