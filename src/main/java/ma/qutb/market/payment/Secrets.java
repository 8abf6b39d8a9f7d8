package ma.qutb.market.payment;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What must not be kept of a message: numbers of cards, their dates and codes, keys. */
final class Secrets {

    private static final Pattern NAME = Pattern.compile(
            "pan|cv[cv2]\\d?|card.?number|cardholder.*|.*card.*expdate.*|exp(iry)?.*|.*store.?key.*|.*password.*|cavv|hash(params.*)?|md",
            Pattern.CASE_INSENSITIVE);

    /** Thirteen digits or more in a row, or in groups, may be a card; what we number ourselves has letters in between. */
    private static final Pattern CARD = Pattern.compile("(?<![\\d.])\\d(?:[ -]?\\d){12,18}(?![\\d.])");

    private static final int LONGEST = 1_000;

    private Secrets() {}

    static Map<String, String> without(Map<String, String> fields) {
        var kept = new TreeMap<String, String>();
        fields.forEach((name, value) -> kept.put(
                cut(printable(name), 100),
                NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()
                        ? "—"
                        : cut(CARD.matcher(printable(value)).replaceAll("—"), LONGEST)));
        return kept;
    }

    /** A database keeps no zero character. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
