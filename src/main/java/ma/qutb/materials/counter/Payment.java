package ma.qutb.materials.counter;

import java.util.Locale;

/** How a buyer pays. */
public enum Payment {
    CASH("cash-banknote"),
    TRANSFER("building-bank"),
    CREDIT("calendar-dollar");

    private final String icon;

    Payment(String icon) {
        this.icon = icon;
    }

    /** As it is stored, and as its text is called. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Payment of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String icon() {
        return icon;
    }
}
