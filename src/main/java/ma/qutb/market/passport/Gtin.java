package ma.qutb.market.passport;

import java.util.Optional;

/**
 * A trade item number of GS1, padded to fourteen digits. It is made only of a prefix that GS1 gave the pole; a made-up one could be
 * somebody else's.
 */
record Gtin(String digits) {

    private static final int BODY = 12;

    Gtin {
        if (!digits.matches("[0-9]{14}") || check(digits.substring(0, 13)) != digits.charAt(13) - '0') {
            throw new IllegalArgumentException("not a GTIN: " + digits);
        }
    }

    /**
     * @param prefix of the company, six to eleven digits; empty where the pole has none
     * @param reference of the product under it
     * @return empty without a prefix, or when the reference does not fit beside it
     */
    static Optional<Gtin> of(String prefix, long reference) {
        var number = String.valueOf(reference);
        if (!prefix.matches("[0-9]{6,11}") || reference < 0 || prefix.length() + number.length() > BODY) {
            return Optional.empty();
        }
        var body = "0" + prefix + "0".repeat(BODY - prefix.length() - number.length()) + number;
        return Optional.of(new Gtin(body + check(body)));
    }

    static Optional<Gtin> read(String digits) {
        try {
            return Optional.of(new Gtin(digits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The last digit: weights three and one from the end, to the next ten (GS1 General Specifications, 7.9). */
    private static int check(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
