package ma.qutb.ledger;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose account it is: the pole itself, or a record of another module. */
public record Owner(Kind kind, @Nullable UUID id) {

    /** Who can own an account. */
    public enum Kind {
        POLE,
        SALE_POINT,
        COOPERATIVE,
        ARTISAN,
        PARTNER,
        FUND;

        /** As it is stored, and as its text is called. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Owner {
        if ((id == null) != (kind == Kind.POLE)) {
            throw new IllegalArgumentException("every owner but the pole has an id: " + kind);
        }
    }

    public static Owner pole() {
        return new Owner(Kind.POLE, null);
    }

    public static Owner of(Kind kind, UUID id) {
        return new Owner(kind, id);
    }
}
