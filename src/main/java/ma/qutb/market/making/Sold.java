package ma.qutb.market.making;

import java.time.Instant;

/**
 * What of mine was sold lately and stayed sold.
 *
 * @param amount what it earned for me, in centimes
 * @param last when something was sold the last time
 */
public record Sold(int pieces, long amount, Instant last) {}
