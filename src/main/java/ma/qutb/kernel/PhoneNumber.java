package ma.qutb.kernel;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in international form (E.164, {@code +212600000000}). Moroccan numbers are +212 and nine digits that
 * start with 5, 6, 7 or 8; people write them {@code 06 00 00 00 00}, {@code 00212…} or {@code +212…}, in any digits.
 */
public record PhoneNumber(String value) {

    private static final Pattern MOROCCAN = Pattern.compile("\\+212[5-8][0-9]{8}");
    private static final Pattern FOREIGN = Pattern.compile("\\+(?!212)[1-9][0-9]{7,14}");

    public PhoneNumber {
        if (!MOROCCAN.matcher(value).matches() && !FOREIGN.matcher(value).matches()) {
            throw new Refusal("kernel.phone.refusal.not-a-number", value);
        }
    }

    /**
     * The number somebody typed.
     *
     * @throws Refusal when it cannot be a telephone number
     */
    public static PhoneNumber parse(String typed) {
        var digits = new StringBuilder();
        // NFKC: full-width plus signs and digits; Character.digit: Arabic-Indic digits.
        Normalizer.normalize(typed, Normalizer.Form.NFKC).codePoints().forEach(it -> {
            int digit = Character.digit(it, 10);
            if (digit >= 0) {
                digits.append(digit);
            } else if (it == '+' && digits.isEmpty()) {
                digits.append('+');
            } else if (Character.isLetter(it)) {
                throw new Refusal("kernel.phone.refusal.not-a-number", typed);
            }
        });
        var number = digits.toString();
        if (number.startsWith("00")) {
            number = "+" + number.substring(2);
        } else if (number.startsWith("0")) {
            number = "+212" + number.substring(1);
        } else if (number.matches("[5-8][0-9]{8}")) {
            number = "+212" + number;
        } else if (number.matches("212[5-8][0-9]{8}")) {
            number = "+" + number;
        }
        // "+212 (0)6 …" is common on letterheads.
        number = number.startsWith("+2120") ? "+212" + number.substring(5) : number;
        try {
            return new PhoneNumber(number);
        } catch (Refusal refusal) {
            throw new Refusal(refusal.code(), typed);
        }
    }

    /** The number, if what was typed is one. */
    public static Optional<PhoneNumber> tryParse(String typed) {
        try {
            return Optional.of(parse(typed));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** As people read it aloud: {@code 06 00 00 00 00}; foreign numbers in international form. */
    public String spaced() {
        if (!value.startsWith("+212")) {
            return value;
        }
        return ("0" + value.substring(4)).replaceAll("(..)(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return value;
    }
}
