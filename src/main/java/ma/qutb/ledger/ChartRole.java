package ma.qutb.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an account is for. The numbers follow the classes of the Moroccan chart of accounts (CGNC), so that an accountant
 * finds their way; the name a reader sees is the account's own.
 */
public enum ChartRole {
    CAPITAL("111", AccountType.EQUITY),
    RESERVE("115", AccountType.EQUITY),
    /** Gains from holding stock while its price rises; never paid out. */
    REPLACEMENT_RESERVE("116", AccountType.EQUITY),
    WITHDRAWAL("119", AccountType.EQUITY),
    /** Where weighed material comes from and goes to: the counterpart of stock counted in grams. */
    OUTSIDE("199", AccountType.EQUITY),
    STOCK("311", AccountType.ASSET),
    IN_TRANSIT("313", AccountType.ASSET),
    RECEIVABLE("342", AccountType.ASSET),
    SUPPLIER("441", AccountType.LIABILITY),
    PAYABLE("448", AccountType.LIABILITY),
    /** What is owed between two books. */
    BETWEEN_BOOKS("450", AccountType.ASSET),
    BANK("514", AccountType.ASSET),
    TILL("516", AccountType.ASSET),
    COST_OF_SALES("611", AccountType.EXPENSE),
    EXPENSE("614", AccountType.EXPENSE),
    SUPPORT("618", AccountType.EXPENSE),
    ALLOY("651", AccountType.EXPENSE),
    MELT_LOSS("652", AccountType.EXPENSE),
    ASSAY_DIFFERENCE("653", AccountType.EXPENSE),
    THEFT("654", AccountType.EXPENSE),
    COUNTING_DIFFERENCE("655", AccountType.EXPENSE),
    BAD_DEBT("656", AccountType.EXPENSE),
    LOSS("657", AccountType.EXPENSE),
    ROUNDING("658", AccountType.EXPENSE),
    SALES("711", AccountType.INCOME),
    HOLDING_GAIN("718", AccountType.INCOME),
    OTHER_INCOME("758", AccountType.INCOME);

    private final String number;
    private final AccountType type;

    ChartRole(String number, AccountType type) {
        this.number = number;
        this.type = type;
    }

    /** As it is stored, and as its text is called. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ChartRole> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** Its place in the chart. */
    public String number() {
        return number;
    }

    public AccountType type() {
        return type;
    }
}
