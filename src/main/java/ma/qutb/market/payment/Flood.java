package ma.qutb.market.payment;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whoever forges callbacks fills the log of payments no faster than this; the acquirer's own are never held up. */
@Component
class Flood {

    private static final int A_MINUTE = 60;

    private final Clock clock;
    private long minute;
    private int heard;

    Flood(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean tooMany() {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            heard = 0;
        }
        return ++heard > A_MINUTE;
    }
}
