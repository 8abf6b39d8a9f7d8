package ma.qutb.materials.fund;

import java.math.BigInteger;

/**
 * Dirhams into fine silver and back. Money in centimes, silver in milligrams, prices in centimes for a fine gram; each rounding
 * has one name.
 */
final class Silver {

    private static final long MILLIGRAMS = 1000;

    private Silver() {}

    /** What so much fine silver costs at a price, to the nearest centime. */
    static long worth(long fine, long price) {
        return share(fine, price, MILLIGRAMS);
    }

    /** As much fine silver as money buys, to the nearest milligram: how a contribution is written in grams. */
    static long equal(long money, long price) {
        return share(money, MILLIGRAMS, price);
    }

    /** Whole milligrams that money really buys; a debt takes one rather too many. */
    static long bought(long money, long price) {
        return Math.floorDiv(Math.multiplyExact(money, MILLIGRAMS), price);
    }

    /** The given part of an amount, half up; the amount is not negative. */
    static long share(long amount, long part, long whole) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .add(BigInteger.valueOf(whole / 2))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
