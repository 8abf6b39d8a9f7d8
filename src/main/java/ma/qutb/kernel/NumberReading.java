package ma.qutb.kernel;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people of the region write them: {@code 15000}, {@code 12.000.000}, {@code 12 000,50}, {@code 12,000.50},
 * Arabic-Indic digits, {@code 50 مليون}, {@code 2,5 millions}, units such as {@code درهم} or {@code DH} left aside. One dot
 * or comma before exactly three digits separates thousands, as in Moroccan publications.
 */
public final class NumberReading {

    private static final Pattern FORM = Pattern.compile("([+-]?)([0-9][0-9.,' ]*)");
    private static final Pattern UNIT = Pattern.compile("(?i)(درهم[ا]?|دراهم|dirhams?|dhs?|mad|م²|م2|m²|m2|%)");
    private static final Map<Pattern, BigDecimal> SCALES = scales();

    private NumberReading() {}

    private static Map<Pattern, BigDecimal> scales() {
        var scales = new LinkedHashMap<Pattern, BigDecimal>();
        scales.put(Pattern.compile("(?i)(مليارات|مليار|milliards?|billions?)"), BigDecimal.valueOf(1_000_000_000));
        scales.put(Pattern.compile("(?i)(ملايين|مليونا|مليون|millions?|(?<=[0-9 ])m)$"), BigDecimal.valueOf(1_000_000));
        scales.put(Pattern.compile("(?i)(آلاف|الاف|ألفا|ألف|الف|mille|thousand)"), BigDecimal.valueOf(1_000));
        return scales;
    }

    /**
     * The number somebody wrote.
     *
     * @throws Refusal when it is not one
     */
    public static BigDecimal parse(String typed) {
        var text = UNIT.matcher(western(typed)).replaceAll(" ").strip();
        var factor = BigDecimal.ONE;
        for (var scale : SCALES.entrySet()) {
            var word = scale.getKey().matcher(text);
            if (word.find()) {
                factor = scale.getValue();
                text = word.replaceFirst("").strip();
                break;
            }
        }
        if (text.isEmpty() && factor.compareTo(BigDecimal.ONE) > 0) {
            return factor;
        }
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new Refusal("kernel.number.refusal.not-a-number", typed);
        }
        var digits = decimal(form.group(2).replaceAll("[ ']", ""), typed);
        var number = new BigDecimal(form.group(1).equals("-") ? "-" + digits : digits).multiply(factor);
        return number.stripTrailingZeros().scale() < 0
                ? number.setScale(0, java.math.RoundingMode.UNNECESSARY)
                : number.stripTrailingZeros();
    }

    /** The number, if what was written is one. */
    public static Optional<BigDecimal> tryParse(String typed) {
        try {
            return Optional.of(parse(typed));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** Which of dot and comma separates decimals: the one that stands last and once, unless three digits follow alone. */
    private static String decimal(String text, String typed) {
        int dot = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        if (dot >= 0 && comma >= 0) {
            char point = dot > comma ? '.' : ',';
            char thousands = point == '.' ? ',' : '.';
            return plain(text, thousands, point, typed);
        }
        char mark = dot >= 0 ? '.' : ',';
        int last = Math.max(dot, comma);
        if (last < 0) {
            return text;
        }
        boolean several = text.indexOf(mark) != last;
        boolean three = text.length() - last - 1 == 3 && !text.startsWith("0");
        return several || three ? plain(text, mark, '\0', typed) : plain(text, '\0', mark, typed);
    }

    private static String plain(String text, char thousands, char point, String typed) {
        var whole = point == '\0' || text.indexOf(point) < 0 ? text : text.substring(0, text.indexOf(point));
        var rest = point == '\0' || text.indexOf(point) < 0 ? "" : text.substring(text.indexOf(point) + 1);
        var grouped = thousands == '\0'
                ? whole.matches("[0-9]+")
                : whole.matches("[0-9]{1,3}([" + thousands + "][0-9]{3})*") || whole.matches("[0-9]+");
        if (!grouped || !rest.matches("[0-9]*")) {
            throw new Refusal("kernel.number.refusal.not-a-number", typed);
        }
        var digits = thousands == '\0' ? whole : whole.replace(String.valueOf(thousands), "");
        return rest.isEmpty() ? digits : digits + "." + rest;
    }

    /** Western digits and signs, ordinary blanks. */
    static String western(String typed) {
        var text = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC).codePoints().forEach(it -> {
            int digit = Character.isDigit(it) ? Character.digit(it, 10) : -1;
            if (digit >= 0) {
                text.append(digit);
            } else if (it == '٫') {
                text.append(',');
            } else if (it == '٬' || Character.isSpaceChar(it) || it == '’') {
                text.append(' ');
            } else if (it == '\u2212' || it == '\u2013') {
                text.append('-');
            } else if (Character.getType(it) != Character.FORMAT) {
                text.appendCodePoint(it);
            }
        });
        return text.toString().strip();
    }
}
