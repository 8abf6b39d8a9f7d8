package ma.qutb.materials.price;

import ma.qutb.materials.UnitPrice;

/**
 * What is added to the price of the metal for one reason: an amount for the unit, a share of the price, or both.
 *
 * @param fixed an amount, like the price itself for a million of the smallest parts
 * @param basisPoints a share, in hundredths of a percent
 */
public record Charge(UnitPrice fixed, int basisPoints) {

    public static final Charge NOTHING = new Charge(new UnitPrice(0), 0);

    public Charge {
        if (basisPoints < 0) {
            throw new IllegalArgumentException("a charge is not negative: " + basisPoints);
        }
    }

    /** What it comes to on this price. */
    public UnitPrice on(UnitPrice base) {
        return fixed.plus(base.share(basisPoints));
    }
}
