package ma.qutb.market.order;

import java.time.Instant;

/**
 * Something that happened to an order.
 *
 * @param act its words are {@code market.order.act.<act>}
 */
public record OrderStep(Instant at, String byName, String act, State state, Money money, String note) {}
