package ma.qutb.market.payout;

import java.math.BigInteger;
import ma.qutb.kernel.Refusal;

/** A Moroccan bank account: bank, town and account in 22 digits, and two that prove them. */
record Rib(String digits) {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    Rib {
        if (!digits.matches("[0-9]{24}")) {
            throw new Refusal("market.payout.refusal.rib-length");
        }
        // The whole number is a multiple of 97, as with French accounts of digits alone.
        if (new BigInteger(digits).mod(NINETY_SEVEN).signum() != 0) {
            throw new Refusal("market.payout.refusal.rib");
        }
    }

    static Rib typed(String text) {
        return new Rib(ma.qutb.registry.writing.Writing.western(text).replaceAll("[^0-9]", ""));
    }

    /** ISO 13616: MA, two digits that prove the rest, the account. M is 22, A is 10. */
    String iban() {
        var check = 98 - new BigInteger(digits + "221000").mod(NINETY_SEVEN).intValue();
        return "MA" + "%02d".formatted(check) + digits;
    }
}
