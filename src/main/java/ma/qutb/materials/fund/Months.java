package ma.qutb.materials.fund;

/**
 * What a fund did over some days, for its gauges. Centimes, and milligrams of fine silver.
 *
 * @param days how long it was at work in them, at least one
 * @param sales what was asked for what was sold
 * @param costOfSales what it cost to replace on the day it was sold
 * @param soldFine how much silver left over the counter
 * @param spent what left tills and banks
 * @param lost stolen, melted away, miscounted or never paid
 */
record Months(int days, long sales, long costOfSales, long soldFine, long spent, long lost) {

    Months {
        if (days < 1) {
            throw new IllegalArgumentException("a fund is observed for a day at least");
        }
    }
}
