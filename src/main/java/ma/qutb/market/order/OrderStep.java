package ma.qutb.market.order;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to an order.
 *
 * @param act its words are {@code market.order.act.<act>}
 */
public record OrderStep(Instant at, String byName, String act, State state, Money money, String note) {

    /** Who acts without being a person of the pole, and the text that says so. */
    private static final Map<String, String> OTHERS = Map.of(
            "buyer", "market.orders.buyer",
            "market.payment", "market.orders.by-the-bank",
            "market.orders", "market.orders.by-itself");

    /** The text for who did it, where that is nobody with a name. */
    public Optional<String> unnamed() {
        return Optional.ofNullable(OTHERS.get(byName));
    }
}
