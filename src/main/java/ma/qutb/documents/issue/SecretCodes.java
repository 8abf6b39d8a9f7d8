package ma.qutb.documents.issue;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** What makes a paper impossible to invent: a token in its QR code, and a short code for those who have no camera. */
final class SecretCodes {

    /** Digits and capitals without those that are mistaken for each other (I, L, O, U: Crockford). */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int SHORT = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretCodes() {}

    /** 128 random bits, in 22 letters fit for an address. */
    static String token() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 40 random bits. */
    static String shortCode() {
        var code = new StringBuilder(SHORT);
        for (int i = 0; i < SHORT; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** A short code as somebody typed it, with the usual confusions undone. */
    static String typed(String code) {
        return code.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
