package ma.qutb.spaces.call;

import java.util.Locale;

/** Who may apply; the words are {@code spaces.call.party.<code>}. */
public enum PartyKind {
    ARTISAN,
    COOPERATIVE,
    ENTERPRISE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PartyKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
