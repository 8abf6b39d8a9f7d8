package ma.qutb.ledger;

import java.util.Locale;

/** On which side an account grows: assets and expenses by debits, the others by credits. */
public enum AccountType {
    ASSET,
    EXPENSE,
    LIABILITY,
    EQUITY,
    INCOME;

    /** As it is stored, and as its text is called. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean growsByDebits() {
        return this == ASSET || this == EXPENSE;
    }
}
