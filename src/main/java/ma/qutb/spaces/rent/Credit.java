package ma.qutb.spaces.rent;

import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.spaces.LeaseId;

/**
 * Something a lease paid, was let off or given back.
 *
 * @param id also the key of its entry
 * @param kind {@code cash}, {@code transfer}, {@code card}, {@code waiver}, {@code deposit} or {@code refund}
 * @param amount centimes; a refund is below zero
 * @param reference what the bank calls the money, where it does
 */
public record Credit(
        UUID id,
        LeaseId lease,
        String kind,
        long amount,
        LocalDate receivedOn,
        LocalDate postedOn,
        String reference,
        String by) {

    /** Whether it is money that came. */
    public boolean payment() {
        return kind.equals("cash") || kind.equals("transfer") || kind.equals("card");
    }
}
