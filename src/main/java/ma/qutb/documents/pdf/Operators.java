package ma.qutb.documents.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What is written on a sheet, as the operators of a PDF content stream. */
final class Operators {

    private final StringBuilder text = new StringBuilder(4096);

    /** Appends one operator after its numbers. */
    Operators add(String operator, double... operands) {
        if (operands.length > 0) {
            text.append(numbers(operands)).append(' ');
        }
        text.append(operator).append('\n');
        return this;
    }

    Operators fill(Ink ink) {
        return raw(ink.components() + " rg");
    }

    Operators stroke(Ink ink, double width) {
        return raw(ink.components() + " RG").add("w", width);
    }

    /** Appends a line as it is. */
    Operators raw(String line) {
        text.append(line).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Numbers as PDF reads them: no exponent, a point for decimals, a thousandth of a point being finer than any printer. */
    static String numbers(double... values) {
        var joined = new StringBuilder();
        for (double value : values) {
            if (!joined.isEmpty()) {
                joined.append(' ');
            }
            var rounded = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
            joined.append(
                    rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
        }
        return joined.toString();
    }
}
