package ma.qutb.market.payment;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;

/**
 * An order as it is to be paid.
 *
 * @param number as the buyer knows it: letters, digits and dashes
 * @param amount centimes
 * @param phone in the international form
 * @param trackingPath address of the buyer's page of this order, with the language
 */
public record Payable(
        UUID order,
        String number,
        long amount,
        Language language,
        String name,
        String phone,
        Optional<String> email,
        String trackingPath,
        boolean demonstration) {}
