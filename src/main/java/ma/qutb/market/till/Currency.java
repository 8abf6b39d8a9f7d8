package ma.qutb.market.till;

import java.util.List;
import java.util.Optional;
import ma.qutb.market.pricing.ExchangeRate;

/** Money a till takes, each counted apart; amounts are whole hundredths. */
public enum Currency {
    /** The odd centime at the end stands for whatever is left in small coins. */
    MAD(20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 1),
    EUR(20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 1),
    USD(10000, 5000, 2000, 1000, 500, 200, 100, 25, 10, 5, 1);

    public static final List<Currency> FOREIGN = List.of(EUR, USD);

    private final List<Integer> notes;

    Currency(Integer... notes) {
        this.notes = List.of(notes);
    }

    /** Its notes and coins, the greatest first. */
    public List<Integer> notes() {
        return notes;
    }

    /** As tables, the ledger and forms call it. */
    public String code() {
        return name();
    }

    static Optional<Currency> of(String code) {
        return List.of(values()).stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** Centimes of a dirham for a hundred of it. */
    long per(ExchangeRate rate) {
        return switch (this) {
            case MAD -> 100_00;
            case EUR -> rate.euro();
            case USD -> rate.dollar();
        };
    }
}
