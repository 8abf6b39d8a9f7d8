package ma.qutb.market.pricing;

import ma.qutb.kernel.Refusal;
import ma.qutb.market.PriceParts;

/**
 * Splits a price so that no centime is lost: each share is rounded once, and what rounding leaves goes to the largest remainders. The maker
 * has what is left.
 */
public final class SplittingPrices {

    private static final int WHOLE = 10_000;

    private SplittingPrices() {}

    /**
     * What a price is made of.
     *
     * @param material what the material cost the maker, in centimes
     * @throws Refusal {@code market.price.refusal.nothing-left} when nothing is left for the work
     */
    public static PriceParts split(long price, long material, ShareRule rule) {
        if (price <= 0) {
            throw new Refusal("market.price.refusal.needed");
        }
        var shares = largestRemainder(
                price, rule.service(), rule.fund(), rule.tax(), WHOLE - rule.service() - rule.fund() - rule.tax());
        long maker = shares[3] - material - rule.transport();
        if (maker <= 0) {
            throw new Refusal("market.price.refusal.nothing-left");
        }
        return new PriceParts(price, maker, material, shares[0], shares[1], rule.transport(), shares[2]);
    }

    /**
     * An amount in parts of these weights: each is rounded down, and the centimes left over go one by one to the largest remainders, among
     * equals to the last. The parts make exactly the amount.
     *
     * @param amount not negative
     * @param weights not negative, together more than zero
     */
    public static long[] largestRemainder(long amount, long... weights) {
        long whole = java.util.Arrays.stream(weights).sum();
        var parts = new long[weights.length];
        var rests = new long[weights.length];
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            long product = Math.multiplyExact(amount, weights[i]);
            parts[i] = product / whole;
            rests[i] = product % whole;
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < rests.length; i++) {
                largest = rests[i] >= rests[largest] ? i : largest;
            }
            parts[largest]++;
            rests[largest] = -1;
        }
        return parts;
    }
}
