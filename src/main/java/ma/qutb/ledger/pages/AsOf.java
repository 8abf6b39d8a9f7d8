package ma.qutb.ledger.pages;

import java.time.LocalDate;

/**
 * Which balances are wanted.
 *
 * @param occurred what had occurred by the end of the day, whenever it was posted; else what had been posted by then
 */
public record AsOf(LocalDate day, boolean occurred) {

    /** As it stands in an address; a strange one means today. */
    static AsOf of(String day, String by, LocalDate today) {
        return new AsOf(
                ma.qutb.kernel.DateReading.tryParse(day)
                        .filter(it -> !it.isAfter(today))
                        .orElse(today),
                by.equals("occurred"));
    }
}
