package ma.qutb.identity.signin;

/** Letters and figures nobody confuses, as authenticator applications read them (RFC 4648, without padding). */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int waiting = 0;
        int bits = 0;
        for (byte b : bytes) {
            waiting = waiting << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(waiting >> bits & 31));
            }
            waiting &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(waiting << 5 - bits & 31));
        }
        return text.toString();
    }
}
