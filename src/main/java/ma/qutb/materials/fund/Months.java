package ma.qutb.materials.fund;

/**
 * What a fund did over some days, for its gauges, in centimes.
 *
 * @param days how long it was at work in them, at least one
 * @param sales what was paid for what was sold, without what a support line paid
 * @param costOfSales what it cost to replace on the day it was sold
 * @param lost stolen, melted away, miscounted or never paid
 */
public record Months(int days, long sales, long costOfSales, long lost) {

    public Months {
        if (days < 1) {
            throw new IllegalArgumentException("a fund is observed for a day at least");
        }
    }
}
