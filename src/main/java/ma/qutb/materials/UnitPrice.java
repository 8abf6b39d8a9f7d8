package ma.qutb.materials;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a material costs, in centimes for a million of its smallest parts: for silver a kilogram of fine weight, so that the price of a
 * gram keeps five decimals of a dirham and nothing is rounded before the line is.
 */
public record UnitPrice(long perMillion) implements Comparable<UnitPrice> {

    private static final long MILLION = 1_000_000;
    private static final long BASE = 10_000;

    public UnitPrice {
        if (perMillion < 0) {
            throw new IllegalArgumentException("a price is not negative: " + perMillion);
        }
    }

    /**
     * @param dirhams for one whole unit, for example a gram
     * @param decimals how many places of the unit the smallest part has: 3 for grams in milligrams
     */
    public static UnitPrice perUnit(BigDecimal dirhams, int decimals) {
        return new UnitPrice(dirhams.movePointRight(8 - decimals)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** What so many parts cost altogether, spread over each of them. */
    public static UnitPrice of(long centimes, long parts) {
        return new UnitPrice(Portion.of(centimes, MILLION, parts));
    }

    /** Dirhams for one whole unit, to the last decimal. */
    public BigDecimal perUnit(int decimals) {
        return BigDecimal.valueOf(perMillion, 8 - decimals).stripTrailingZeros();
    }

    /** So many parts at this price, half up to the centime, once for the line. */
    public long times(long parts) {
        return Portion.of(perMillion, parts, MILLION);
    }

    public UnitPrice plus(UnitPrice other) {
        return new UnitPrice(Math.addExact(perMillion, other.perMillion));
    }

    /** This share of the price, in hundredths of a percent. */
    public UnitPrice share(int basisPoints) {
        return new UnitPrice(Portion.of(perMillion, basisPoints, BASE));
    }

    public UnitPrice orIfHigher(UnitPrice other) {
        return other.perMillion > perMillion ? other : this;
    }

    @Override
    public int compareTo(UnitPrice other) {
        return Long.compare(perMillion, other.perMillion);
    }
}
