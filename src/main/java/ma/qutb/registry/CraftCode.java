package ma.qutb.registry;

import java.util.regex.Pattern;
import ma.qutb.kernel.Refusal;

/** Code of a craft or a family of crafts, for example {@code JEW}. */
public record CraftCode(String value) implements Comparable<CraftCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9-]+");

    public CraftCode {
        if (!FORM.matcher(value).matches()) {
            throw new Refusal("registry.craft.refusal.unknown", value);
        }
    }

    @Override
    public int compareTo(CraftCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
