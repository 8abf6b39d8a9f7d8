package ma.qutb.materials;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import ma.qutb.registry.writing.Writing;

/**
 * Weights and amounts as a clerk types them, in any digits: a comma or a dot always separates decimals, because 1,250 on a scale is a gram
 * and a quarter and never a kilogram.
 */
public final class Typed {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,12}([.,٫][0-9]*)?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]");

    private Typed() {}

    /**
     * In the smallest parts.
     *
     * @param decimals how many places of the unit the smallest part has
     * @return empty when it is no number, or finer than the smallest part
     */
    public static OptionalLong parts(String typed, int decimals) {
        var text = BLANKS.matcher(Writing.western(typed)).replaceAll("");
        if (!FORM.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        var number = new BigDecimal(text.replace(',', '.').replace('٫', '.').replaceFirst("\\.$", ""));
        return number.stripTrailingZeros().scale() > decimals
                ? OptionalLong.empty()
                : OptionalLong.of(number.movePointRight(decimals).longValueExact());
    }

    /** Dirhams in centimes. */
    public static OptionalLong centimes(String typed) {
        return parts(typed, 2);
    }
}
