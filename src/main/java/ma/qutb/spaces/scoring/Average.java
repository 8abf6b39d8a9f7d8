package ma.qutb.spaces.scoring;

import java.util.List;
import java.util.stream.IntStream;
import ma.qutb.spaces.call.Criterion;

/**
 * What the sheets of several members come to for one application.
 *
 * @param members whose sheets count
 * @param average thousandths of a point, half of one rounded up
 * @param spread thousandths between the lowest and the highest sheet
 */
public record Average(int members, int average, int spread) {

    /** Thousandths of a point a sheet can reach. */
    public static final int MOST = 100_000;

    /** A point weighs basis points; ten of their products are a thousandth of a point. */
    private static final long PRODUCTS = 10;

    /** @param sheets whole sheets, each with points in the order of the criteria */
    static Average of(List<Criterion> criteria, List<List<Integer>> sheets) {
        if (sheets.isEmpty()) {
            return new Average(0, 0, 0);
        }
        var sums = sheets.stream().mapToLong(it -> weighed(criteria, it)).toArray();
        var all = java.util.Arrays.stream(sums).summaryStatistics();
        long parts = PRODUCTS * sums.length;
        return new Average(sums.length, (int) ((2 * all.getSum() + parts) / (2 * parts)), (int)
                ((all.getMax() - all.getMin()) / PRODUCTS));
    }

    private static long weighed(List<Criterion> criteria, List<Integer> points) {
        return IntStream.range(0, criteria.size())
                .mapToLong(i -> (long) criteria.get(i).weight() * points.get(i))
                .sum();
    }
}
