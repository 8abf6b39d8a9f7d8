package ma.qutb.market.order;

import java.util.Locale;

/** Where the buyer's money is. */
public enum Money {
    /** Not there yet: at the door, at the hall, or from the bank. */
    AWAITED,
    /** What is made to order is begun; the rest is paid before it leaves. */
    DEPOSIT,
    PAID,
    WITH_CARRIER,
    REMITTED,
    RECONCILED,
    REFUND_DUE,
    REFUNDED,
    /** Nothing is to be paid. */
    NONE;

    /** As tables and bundles call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Money of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Colour of its badge. */
    public String tone() {
        return switch (this) {
            case AWAITED, DEPOSIT, WITH_CARRIER, REMITTED -> "warn";
            case PAID, RECONCILED -> "ok";
            case REFUND_DUE -> "bad";
            case REFUNDED, NONE -> "off";
        };
    }
}
