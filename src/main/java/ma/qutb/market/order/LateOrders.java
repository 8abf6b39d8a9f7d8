package ma.qutb.market.order;

import ma.qutb.ledger.Poster;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders nobody confirmed in time end by themselves: their pieces are for others again. */
@Component
class LateOrders {

    private static final Poster JOB = Poster.job("market.orders");
    private static final int AT_ONCE = 50;

    private final OrderTable orders;
    private final KeepingOrders keeping;

    LateOrders(OrderTable orders, KeepingOrders keeping) {
        this.orders = orders;
        this.keeping = keeping;
    }

    @Scheduled(
            fixedDelayString = "${qutb.market.expire-every:60s}",
            initialDelayString = "${qutb.market.expire-every:60s}")
    @Transactional
    public void end() {
        orders.late(AT_ONCE).forEach(it -> keeping.cancelLocked(it, "", "not-confirmed", JOB));
    }
}
