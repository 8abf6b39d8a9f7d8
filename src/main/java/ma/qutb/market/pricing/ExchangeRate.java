package ma.qutb.market.pricing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What foreign money was worth on a day; only to give buyers from abroad an idea.
 *
 * @param euro centimes of a dirham for a hundred euros
 * @param dollar the same for a hundred dollars of the United States
 * @param source who published it
 * @param demonstration made up, and to be called so wherever it is shown
 */
public record ExchangeRate(UUID id, LocalDate day, long euro, long dollar, String source, boolean demonstration) {

    public long inEuros(long centimes) {
        return whole(centimes, euro);
    }

    public long inDollars(long centimes) {
        return whole(centimes, dollar);
    }

    /** In whole units, halves up. */
    private static long whole(long centimes, long perHundred) {
        return (Math.multiplyExact(centimes, 100) + perHundred / 2) / perHundred;
    }
}
