package ma.qutb.materials.fund;

import java.math.BigInteger;
import ma.qutb.materials.Portion;
import ma.qutb.materials.UnitPrice;

/** Dirhams into fine silver; money in centimes, silver in milligrams. Each rounding has one name. */
final class Silver {

    private static final long MILLION = 1_000_000;

    private Silver() {}

    /** As much fine silver as money buys, to the nearest milligram: how a contribution is written in grams. */
    static long equal(long money, UnitPrice price) {
        return Portion.of(money, MILLION, price.perMillion());
    }

    /** Whole milligrams that money really buys; a debt takes one rather too many. */
    static long bought(long money, UnitPrice price) {
        var parts = BigInteger.valueOf(money)
                .multiply(BigInteger.valueOf(MILLION))
                .divideAndRemainder(BigInteger.valueOf(price.perMillion()));
        return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
    }
}
