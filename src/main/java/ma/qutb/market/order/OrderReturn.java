package ma.qutb.market.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Things of an order that come back.
 *
 * @param kind {@code withdrawal} or {@code faulty}
 * @param state {@code asked}, {@code received}, {@code refunded} or {@code declined}
 * @param delivery what is given back of it, in centimes, as goods
 * @param refundUntil by law
 * @param answer why it was declined
 */
public record OrderReturn(
        UUID id,
        String kind,
        String state,
        String reason,
        Instant askedAt,
        long goods,
        long delivery,
        LocalDate refundUntil,
        String answer,
        List<UUID> lines) {

    /** Colour of its badge. */
    public String tone() {
        return switch (state) {
            case "asked", "received" -> "warn";
            case "refunded" -> "ok";
            default -> "off";
        };
    }
}
