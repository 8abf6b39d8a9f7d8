package ma.qutb.market.card;

import java.util.UUID;
import ma.qutb.kernel.Language;

/**
 * Something that can be paid by card now.
 *
 * @param id another one for another amount
 * @param number as whoever pays knows it: capitals, digits and dashes
 * @param amount centimes
 * @param name who pays
 * @param path where they look at it afterwards
 */
public record CardDebt(
        UUID id, String number, long amount, Language language, String name, String path, boolean demonstration) {}
