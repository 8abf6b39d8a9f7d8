package ma.qutb.materials;

import java.math.BigInteger;

/** The one way a share is rounded: to the nearest whole part, halves up. */
public final class Portion {

    private Portion() {}

    /**
     * amount × part ÷ whole.
     *
     * @param amount not negative
     * @param part not negative
     * @param whole more than zero
     * @throws ArithmeticException when the result does not fit
     */
    public static long of(long amount, long part, long whole) {
        if (amount < 0 || part < 0 || whole <= 0) {
            throw new IllegalArgumentException(amount + " × " + part + " ÷ " + whole);
        }
        var twice =
                BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part)).shiftLeft(1);
        var divisor = BigInteger.valueOf(whole);
        return twice.add(divisor).divide(divisor.shiftLeft(1)).longValueExact();
    }
}
