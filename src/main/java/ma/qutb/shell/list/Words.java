package ma.qutb.shell.list;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How values of a list are written as text. */
public final class Words {

    private static final Pattern MOROCCAN = Pattern.compile("\\+212(\\d)(\\d{2})(\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern PHONE = Pattern.compile("\\+\\d{8,15}");
    /** First characters a spreadsheet takes for a formula, with their full-width forms. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\u2212";

    private Words() {}

    /** An E.164 number in the groups people read aloud: {@code +212 6 12 34 56 78}; anything else unchanged. */
    public static String phone(String e164) {
        var moroccan = MOROCCAN.matcher(e164);
        return moroccan.matches() ? moroccan.replaceAll("+212 $1 $2 $3 $4 $5") : e164;
    }

    /** What stands for a code, or for each of several codes with a comma and a space between them. */
    public static String ofCodes(String codes, UnaryOperator<String> word) {
        return Stream.of(codes.split(", ")).map(word).collect(Collectors.joining(" · "));
    }

    /**
     * A text no spreadsheet runs: what looks like the beginning of a formula gets an apostrophe before it, as one would
     * type it by hand. Phone numbers hold nothing but digits and stay as they are.
     */
    public static String harmless(String text) {
        var visible = text.stripLeading();
        if (text.isEmpty()
                || FORMULA_STARTS.indexOf(text.charAt(0)) < 0
                        && (visible.isEmpty() || FORMULA_STARTS.indexOf(visible.charAt(0)) < 0)) {
            return text;
        }
        return PHONE.matcher(text.replaceAll("[ \u00A0]", "")).matches() ? text : "'" + text;
    }
}
