package ma.qutb.registry;

import java.util.regex.Pattern;
import ma.qutb.kernel.Refusal;

/** Code of a place, for example {@code P-GUE}; stable, and the same in reference data, scopes and addresses. */
public record TerritoryCode(String value) implements Comparable<TerritoryCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z]+(-[A-Z0-9]+)*");

    public TerritoryCode {
        if (!FORM.matcher(value).matches()) {
            throw new Refusal("registry.territory.refusal.unknown", value);
        }
    }

    @Override
    public int compareTo(TerritoryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
