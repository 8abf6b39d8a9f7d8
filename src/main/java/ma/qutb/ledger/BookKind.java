package ma.qutb.ledger;

import java.util.Locale;

/** What a book is kept for. */
public enum BookKind {
    FUND,
    /** The agreement of a sale point. */
    AGREEMENT,
    POLE;

    /** As it is stored, and as its text is called. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
