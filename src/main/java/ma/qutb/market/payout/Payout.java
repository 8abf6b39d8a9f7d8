package ma.qutb.market.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.market.MakerId;
import ma.qutb.registry.LocalName;
import org.jspecify.annotations.Nullable;

/**
 * What one maker gets of a run, in centimes.
 *
 * @param earned by the lines it pays; what came back counts below zero
 * @param held of the buyers' money by the maker, set off
 * @param net what is handed over or sent
 * @param receipt the signed paper or the bank's
 */
public record Payout(
        UUID id,
        long number,
        UUID run,
        MakerId maker,
        LocalName name,
        LocalDate until,
        long earned,
        long held,
        long net,
        Method method,
        @Nullable String holder,
        @Nullable String rib,
        State state,
        Instant made,
        Optional<UUID> receipt,
        @Nullable LocalDate paidOn,
        String reason,
        boolean demonstration) {

    /** How it reaches the maker. */
    public enum Method {
        CASH,
        TRANSFER,
        /** Nothing moves: the maker holds as much already. */
        OFFSET;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Where it stands. */
    public enum State {
        PENDING,
        PAID,
        CANCELLED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** As it is printed. */
    public String said() {
        return "P-" + "%06d".formatted(number);
    }

    public String path() {
        return "/app/payouts/" + id;
    }

    /** The account but for its last digits. */
    public String maskedRib() {
        return rib == null ? "" : "•••• " + rib.substring(20);
    }
}
