package ma.qutb.registry.organisation;

import java.math.BigInteger;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;

/** The common identifier of enterprises: nine digits of the enterprise, four of the establishment, two of control. */
public record Ice(String value) {

    private static final BigInteger CONTROL = BigInteger.valueOf(97);

    public Ice {
        if (!value.matches("[0-9]{15}")) {
            throw new Refusal("registry.organisation.refusal.ice-form");
        }
    }

    /** What was typed, or null when nothing was; zeros at the start are often left out. */
    static @Nullable Ice parse(String typed) {
        var digits = Writing.digits(typed, 15);
        return digits.isEmpty() ? null : new Ice("0".repeat(15 - digits.length()) + digits);
    }

    /**
     * Whether the control digits fit. The rule was found in published numbers, not in a law: a number that does not fit is
     * worth a warning and nothing more.
     */
    public boolean fits() {
        return new BigInteger(value).mod(CONTROL).signum() == 0;
    }

    /** In groups, as on letterheads. */
    public String spaced() {
        return value.substring(0, 9) + " " + value.substring(9, 13) + " " + value.substring(13);
    }

    @Override
    public String toString() {
        return value;
    }
}
