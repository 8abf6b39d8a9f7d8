package ma.qutb.materials.counter;

import ma.qutb.materials.Lot;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Prices.Quote;
import ma.qutb.materials.Taking;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.price.Charges;
import org.jspecify.annotations.Nullable;

/**
 * What is sold out of one lot.
 *
 * @param priced how much of it the price counts: the silver in it, or the weight of a material without fineness
 * @param replacement centimes that buying it again costs today
 * @param floor the lowest price of a million parts that keeps the fund whole
 * @param unitPrice of a million parts, as sold
 * @param price centimes, rounded once
 */
record SaleLine(
        LotAtPoint from,
        Taking taken,
        long priced,
        long replacement,
        UnitPrice floor,
        UnitPrice unitPrice,
        long price) {

    /** @param agreed a price somebody allowed; null: the floor, which is the price of the point */
    static SaleLine of(LotAtPoint from, Taking taken, Quote quote, Charges charges, @Nullable UnitPrice agreed) {
        var lot = from.lot();
        long priced = pricedOf(lot, taken.fine(), taken.weight());
        var floor = charges.floor(costOf(lot), quote.price());
        var unitPrice = agreed == null ? floor : agreed;
        return new SaleLine(
                from, taken, priced, quote.price().times(priced), floor, unitPrice, unitPrice.times(priced));
    }

    /** At a price that was the floor when it was sold. */
    static SaleLine at(LotAtPoint from, Taking taken, Quote quote, UnitPrice unitPrice) {
        long priced = pricedOf(from.lot(), taken.fine(), taken.weight());
        return new SaleLine(
                from, taken, priced, quote.price().times(priced), unitPrice, unitPrice, unitPrice.times(priced));
    }

    /** What the lot cost, for a million parts of what the price counts. */
    static UnitPrice costOf(Lot lot) {
        return UnitPrice.of(lot.cost(), Math.max(1, pricedOf(lot, lot.fine(), lot.weight())));
    }

    private static long pricedOf(Lot lot, long fine, long weight) {
        return lot.fineness().isPresent() ? fine : weight;
    }

    /** What somebody else must pay because it was sold under the floor. */
    long shortfall() {
        return Math.max(0, floor.times(priced) - price);
    }
}
