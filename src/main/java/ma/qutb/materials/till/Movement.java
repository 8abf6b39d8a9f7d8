package ma.qutb.materials.till;

import java.time.Instant;

/**
 * Money between a till and the bank.
 *
 * @param kind {@code deposit} or {@code float}
 */
public record Movement(String kind, long amount, String reference, Instant at, String by) {}
