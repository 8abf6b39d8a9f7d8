package ma.qutb.market.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * One way of paying one order, with all its attempts.
 *
 * @param number what the acquirer or the bank's statement calls it
 * @param acquirer its code; {@code bank} for a transfer
 * @param reference what the acquirer or the statement calls the money that came
 */
public record Payment(
        PaymentId id,
        String number,
        UUID order,
        String orderNumber,
        String method,
        String acquirer,
        Payments.State state,
        long amount,
        Language language,
        String trackingPath,
        boolean demonstration,
        Instant begunAt,
        Instant expiresAt,
        @Nullable Instant settledAt,
        Optional<String> reference,
        String reason) {

    /** The acquirer of what is transferred. */
    static final String BANK = "bank";

    boolean card() {
        return method.equals(PaymentMethod.CARD);
    }

    /** Whether it can still be paid on our page. */
    public boolean open() {
        return state == Payments.State.PENDING || state == Payments.State.REFUSED;
    }

    static Payment of(ResultSet row, int number) throws SQLException {
        return new Payment(
                new PaymentId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getObject("order_id", UUID.class),
                row.getString("order_number"),
                row.getString("method"),
                row.getString("acquirer"),
                Payments.State.of(row.getString("state")),
                row.getLong("amount"),
                Language.of(row.getString("language")).orElse(Language.AR),
                row.getString("tracking_path"),
                row.getBoolean("demonstration"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("settled_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getString("reference")),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
