package ma.qutb.materials.fund;

import java.util.Arrays;
import java.util.List;
import ma.qutb.materials.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * All gauges of a fund at a moment.
 *
 * @param price of fine silver today
 * @param largestDebt of one artisan, in centimes
 * @param year the last twelve months, or as many as there are
 * @param quarter the last three
 */
public record Gauges(Holdings held, Founding given, UnitPrice price, long largestDebt, Months year, Months quarter) {

    private static final long WHOLE = 10_000;
    private static final long DAYS_OF_A_YEAR = 365;

    /** A gauge and where it stands; no value where nothing can be measured yet. */
    public record Reading(Gauge gauge, @Nullable Long value) {

        public Gauge.State state() {
            return gauge.state(value);
        }
    }

    public List<Reading> readings() {
        return Arrays.stream(Gauge.values())
                .map(it -> new Reading(it, value(it)))
                .toList();
    }

    @Nullable
    Long value(Gauge gauge) {
        return switch (gauge) {
            case PRICES_BELOW_REPLACEMENT ->
                ratio(quarter.sales() - quarter.costOfSales(), WHOLE, quarter.costOfSales());
            case INFLATION -> ratio(Math.max(0, held.silverAt(price)), WHOLE, given.fine());
            case UNCOLLECTED_CREDIT -> ratio(held.overdue(), WHOLE, held.receivables());
            case SLOW_CASH ->
                year.costOfSales() == 0
                        ? null
                        : ratio(year.costOfSales(), 100 * DAYS_OF_A_YEAR, Math.max(0, held.equity()) * year.days());
            case CASH_RUNS_OUT -> ratio(held.cash(), year.days(), year.costOfSales());
            case THEFT_AND_LOSS -> ratio(year.lost(), WHOLE, year.costOfSales());
            case CONCENTRATION -> ratio(largestDebt, WHOLE, held.receivables());
            case EXPANSION_WITHOUT_CAPITAL -> ratio(held.debts(), WHOLE, held.equity() + held.debts());
            case UNDER_CAPITALISATION ->
                ratio(price.times(Math.max(0, held.silverAt(price))), year.days(), year.costOfSales());
        };
    }

    /** Part of a whole in the given scale, rounded down; nothing where there is no whole. */
    private static @Nullable Long ratio(long part, long scale, long whole) {
        return whole <= 0 ? null : Math.floorDiv(Math.multiplyExact(part, scale), whole);
    }
}
