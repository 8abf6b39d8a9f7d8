package ma.qutb.market.till;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Money put into a till or taken out of it.
 *
 * @param key of the form: sent twice, it moves once
 * @param amount hundredths of the currency
 * @param dirhams what the bank gives for foreign money, in centimes; the amount itself otherwise
 * @param reason or the number on the bank's slip
 */
public record HallMovement(UUID key, Kind kind, Currency currency, long amount, long dirhams, String reason) {

    /** Where it comes from or goes to. */
    public enum Kind {
        /** Change fetched from the bank. */
        FLOAT,
        /** Put in for another reason. */
        IN,
        /** Paid out, for a reason. */
        OUT,
        /** Taken to the bank. */
        DEPOSIT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }

        boolean into() {
            return this == FLOAT || this == IN;
        }
    }

    public static HallMovement dirhams(UUID key, Kind kind, long amount, String reason) {
        return new HallMovement(key, kind, Currency.MAD, amount, amount, reason);
    }
}
