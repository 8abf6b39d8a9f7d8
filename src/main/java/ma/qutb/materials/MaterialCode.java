package ma.qutb.materials;

import java.util.regex.Pattern;
import ma.qutb.kernel.Refusal;

/** Code of a raw material, for example {@code SILVER}. */
public record MaterialCode(String value) implements Comparable<MaterialCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,20}");
    public static final MaterialCode SILVER = new MaterialCode("SILVER");

    public MaterialCode {
        if (!FORM.matcher(value).matches()) {
            throw new Refusal("materials.material.refusal.unknown", value);
        }
    }

    @Override
    public int compareTo(MaterialCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
