package ma.qutb.market.stock;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tidies up after whoever left a cart behind: the pieces could be had before, now the shop says so too. */
@Component
class ExpiringHolds {

    private final HoldingPieces holding;

    ExpiringHolds(HoldingPieces holding) {
        this.holding = holding;
    }

    @Scheduled(
            fixedDelayString = "${qutb.market.expire-every:60s}",
            initialDelayString = "${qutb.market.expire-every:60s}")
    void expire() {
        holding.expire();
    }
}
