package ma.qutb.market.finding;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a list can be narrowed by, besides words and price. */
public enum Facet {
    CRAFT("family_code", "[A-Z0-9-]{1,32}"),
    MATERIAL("material_code", "[A-Z0-9_]{1,31}"),
    PLACE("territory_code", "[A-Z]{1,16}(-[A-Z0-9]{1,16}){0,4}"),
    MAKER("maker_kind || maker_number", "(person|organisation)[0-9]{1,15}"),
    OFFER("offer::text", "[0-3]"),
    SIZE("size_label", ".{1,40}");

    private final String value;
    private final Pattern form;

    Facet(String value, String form) {
        this.value = value;
        this.form = Pattern.compile(form);
    }

    /** As addresses and bundles call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The SQL of its value in a row of the shelf; text. */
    String value() {
        return value;
    }

    boolean possible(String typed) {
        return form.matcher(typed).matches();
    }
}
