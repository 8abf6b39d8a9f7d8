package ma.qutb.market.invoice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that left the country.
 *
 * @param consigned whether it was sent to be sold there, and is due a month later
 * @param dueOn by this day its price is at home
 * @param amount centimes
 * @param reference of the bank's paper, once the money came
 */
public record Export(
        UUID sale,
        String number,
        String country,
        LocalDate exportedOn,
        boolean consigned,
        LocalDate dueOn,
        long amount,
        Optional<LocalDate> repatriatedOn,
        String reference) {}
