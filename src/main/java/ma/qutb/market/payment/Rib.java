package ma.qutb.market.payment;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** The number of an account at a Moroccan bank: 24 digits, the last two of which make the whole leave nothing when divided by 97. */
final class Rib {

    private static final Pattern DIGITS = Pattern.compile("\\d{24}");
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    private Rib() {}

    static boolean sound(String rib) {
        return DIGITS.matcher(rib).matches() && new BigInteger(rib).mod(CHECK).signum() == 0;
    }

    /** Bank, place, account and check digits apart, as statements print them. */
    static String spaced(String rib) {
        return rib.substring(0, 3) + " " + rib.substring(3, 6) + " " + rib.substring(6, 22) + " " + rib.substring(22);
    }
}
