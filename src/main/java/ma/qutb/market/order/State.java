package ma.qutb.market.order;

import java.util.Locale;

/** Where the goods of an order are. The database keeps the ways from one to the next. */
public enum State {
    PLACED,
    CONFIRMED,
    READY,
    SENT,
    DELIVERED,
    REFUSED,
    LOST,
    CANCELLED,
    RETURNED;

    /** As tables and bundles call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Nothing has left the pole yet. */
    public boolean before() {
        return this == PLACED || this == CONFIRMED || this == READY;
    }

    /** Colour of its badge. */
    public String tone() {
        return switch (this) {
            case PLACED -> "warn";
            case CONFIRMED, READY, SENT -> "info";
            case DELIVERED -> "ok";
            case REFUSED, LOST -> "bad";
            case CANCELLED, RETURNED -> "off";
        };
    }
}
