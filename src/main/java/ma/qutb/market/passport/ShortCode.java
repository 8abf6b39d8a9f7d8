package ma.qutb.market.passport;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import ma.qutb.kernel.Refusal;

/**
 * What is typed where nothing can scan: seven letters or digits by chance and one that proves them. None looks like another (no 0 and O,
 * no 1 and I, no B, S or Z beside 8, 5 and 2). There are 29 of them, a prime, so that the last one finds every single wrong letter and
 * every two that changed places.
 */
final class ShortCode {

    static final String LETTERS = "23456789ACDEFGHJKLMNPQRTUVWXY";
    static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ShortCode() {}

    static String fresh() {
        var code = new StringBuilder();
        for (int i = 1; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.append(LETTERS.charAt(check(code))).toString();
    }

    /**
     * The code in what somebody typed, with or without its hyphen.
     *
     * @return empty when it has not the length of a code
     * @throws Refusal when a letter is wrong
     */
    static Optional<String> typed(String text) {
        var code = text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        if (code.length() != LENGTH) {
            return Optional.empty();
        }
        boolean known = code.chars().allMatch(it -> LETTERS.indexOf(it) >= 0);
        if (!known || LETTERS.charAt(check(code.substring(0, LENGTH - 1))) != code.charAt(LENGTH - 1)) {
            throw new Refusal("market.passport.refusal.mistyped");
        }
        return Optional.of(code);
    }

    /** In two halves, as it is printed. */
    static String printed(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    private static int check(CharSequence letters) {
        int sum = 0;
        for (int i = 0; i < letters.length(); i++) {
            sum += (i + 2) * LETTERS.indexOf(letters.charAt(i));
        }
        return Math.floorMod(sum, LETTERS.length());
    }
}
