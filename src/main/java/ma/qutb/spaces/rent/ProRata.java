package ma.qutb.spaces.rent;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.stream.IntStream;
import ma.qutb.spaces.lease.Terms;

/**
 * The rent of a part of a month. Whatever begins, changes or ends within a month cuts its days into parts. Each rent is shared out
 * among all parts by their days: whole centimes downwards first, then one each for the largest remainders, of equal ones the earlier;
 * a part costs its share of the rent that counts in it. So a whole month costs the whole rent, and a month that two tenants share at
 * one rent costs them exactly that rent together.
 */
final class ProRata {

    private ProRata() {}

    /** Shares an amount out by weights, nothing lost and nothing added. */
    static long[] share(long amount, long[] weights) {
        long all = Arrays.stream(weights).sum();
        var shares = new long[weights.length];
        if (all <= 0) {
            throw new IllegalArgumentException("nothing to share out by");
        }
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            shares[i] = Math.floorDiv(Math.multiplyExact(amount, weights[i]), all);
            given += shares[i];
        }
        var order = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -Math.floorMod(amount * weights[i], all))
                        .thenComparingInt(i -> i))
                .toList();
        for (int i = 0; i < amount - given; i++) {
            shares[order.get(i)]++;
        }
        return shares;
    }

    /** What a lease costs in a month, in centimes. */
    static long of(Terms terms, YearMonth month) {
        var first = month.atDay(1);
        var next = month.plusMonths(1).atDay(1);
        var stretches = terms.stretches();
        var cuts = new TreeSet<LocalDate>();
        cuts.add(first);
        cuts.add(next);
        for (var it : stretches) {
            cuts.add(within(it.from(), first, next));
            cuts.add(within(it.until(), first, next));
        }
        var days = new ArrayList<>(cuts);
        var weights = new long[days.size() - 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = days.get(i).until(days.get(i + 1), java.time.temporal.ChronoUnit.DAYS);
        }
        long owed = 0;
        for (int i = 0; i < weights.length; i++) {
            var day = days.get(i);
            long rent = stretches.stream()
                    .filter(it -> !day.isBefore(it.from()) && day.isBefore(it.until()))
                    .mapToLong(Terms.Stretch::rent)
                    .findFirst()
                    .orElse(0);
            if (rent > 0) {
                owed += share(rent, weights)[i];
            }
        }
        return owed;
    }

    /** How many days of a month a lease runs. */
    static int days(Terms terms, YearMonth month) {
        var from = within(terms.from(), month.atDay(1), month.plusMonths(1).atDay(1));
        var until = within(terms.until(), month.atDay(1), month.plusMonths(1).atDay(1));
        return (int) from.until(until, java.time.temporal.ChronoUnit.DAYS);
    }

    private static LocalDate within(LocalDate day, LocalDate first, LocalDate next) {
        return day.isBefore(first) ? first : day.isAfter(next) ? next : day;
    }
}
