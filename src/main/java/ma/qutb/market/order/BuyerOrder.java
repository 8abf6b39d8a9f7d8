package ma.qutb.market.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.market.payment.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * What one buyer ordered together. Money in centimes, weight in milligrams.
 *
 * @param code with the telephone, the buyer's key to it
 * @param deposit what of it is paid before anything is made; 0 where nothing is made to order
 * @param received what came before the goods
 * @param kept what of that a maker keeps who had begun when it was cancelled
 * @param carrierOwes what the carrier holds of it, or must make good
 * @param confirmUntil when the pieces are free again, if nobody confirms
 * @param promisedOn by this day it is with the buyer
 * @param withdrawUntil until when the buyer may change their mind
 */
public record BuyerOrder(
        UUID id,
        String number,
        String code,
        Language language,
        Buyer buyer,
        @Nullable UUID carrier,
        @Nullable String zone,
        long weight,
        String method,
        long goods,
        long delivery,
        long deposit,
        long received,
        long kept,
        State state,
        Money money,
        long carrierOwes,
        @Nullable Instant owedSince,
        @Nullable UUID remittance,
        String tracking,
        String reason,
        Instant placedAt,
        Instant confirmUntil,
        LocalDate promisedOn,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant withdrawUntil,
        boolean demonstration) {

    public long total() {
        return goods + delivery;
    }

    /** What is to be paid now, at the bank or at the pole, before it goes on. */
    public long due() {
        return switch (money) {
            case AWAITED -> deposit > 0 ? deposit : total();
            case DEPOSIT -> total() - received;
            case PAID, WITH_CARRIER, REMITTED, RECONCILED, REFUND_DUE, REFUNDED, NONE -> 0;
        };
    }

    /** What of the received money is the buyer's again. */
    public long refund() {
        return received - kept;
    }

    /** The buyer's page of it. */
    public String path() {
        return path(language);
    }

    public String path(Language reader) {
        return "/" + reader.code() + "/orders/" + number + "/" + code;
    }

    public boolean cashOnDelivery() {
        return method.equals(PaymentMethod.CASH_ON_DELIVERY);
    }

    public boolean atThePole() {
        return method.equals(PaymentMethod.AT_THE_POLE);
    }

    /** Paid by card or transfer before it is sent. */
    public boolean before() {
        return !cashOnDelivery() && !atThePole();
    }

    /** Whether the buyer may still change their mind about what they received. */
    public boolean withdrawable(Instant now) {
        return state == State.DELIVERED && withdrawUntil != null && now.isBefore(withdrawUntil);
    }

    public Optional<String> trackingNumber() {
        return tracking.isEmpty() ? Optional.empty() : Optional.of(tracking);
    }
}
