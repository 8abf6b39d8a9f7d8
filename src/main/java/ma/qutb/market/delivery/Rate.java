package ma.qutb.market.delivery;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A row of a carrier's table.
 *
 * @param upTo grams
 * @param fee centimes
 */
public record Rate(UUID carrier, String zone, LocalDate from, int upTo, long fee, int daysMin, int daysMax) {}
