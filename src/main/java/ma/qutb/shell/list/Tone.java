package ma.qutb.shell.list;

import java.util.Locale;

/** Colour and icon of a state; the word comes from the bundles. */
public enum Tone {
    OK("circle-check"),
    WARN("alert-triangle"),
    BAD("alert-circle"),
    INFO("info-circle"),
    OFF("circle-minus");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    /** Name of a symbol of the sprite. */
    public String icon() {
        return icon;
    }

    /** As in the style sheet: {@code q-status--ok}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
