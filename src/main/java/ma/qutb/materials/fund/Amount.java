package ma.qutb.materials.fund;

import ma.qutb.kernel.NumberReading;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.UnitPrice;

/** Amounts and parts as people type them. */
final class Amount {

    private static final long MOST = 100_000_000_000L;

    private Amount() {}

    /**
     * Dirhams, in centimes.
     *
     * @throws Refusal when it is no amount, finer than a centime or beyond a thousand million
     */
    static long centimes(String typed) {
        return whole(typed, 2, MOST, "materials.fund.refusal.amount");
    }

    /** Percents, in hundredths of a percent; not below nothing nor above the most. */
    static long share(String typed, long most) {
        return whole(typed, 2, most, "materials.simulator.refusal.share");
    }

    /** Dirhams for a gram. */
    static UnitPrice perGram(String typed) {
        long perMillion = whole(typed, 5, MOST, "materials.simulator.refusal.price");
        if (perMillion == 0) {
            throw new Refusal("materials.simulator.refusal.price");
        }
        return new UnitPrice(perMillion);
    }

    private static long whole(String typed, int decimals, long most, String refusal) {
        try {
            long parts = NumberReading.parse(typed).movePointRight(decimals).longValueExact();
            if (parts >= 0 && parts <= most) {
                return parts;
            }
        } catch (ArithmeticException | Refusal e) {
            // Said below, in the words of the field.
        }
        throw new Refusal(refusal, typed);
    }
}
