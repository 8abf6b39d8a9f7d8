package ma.qutb.spaces.award;

import org.slf4j.MDC;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Moves the waiting lists on when the time to answer is over. */
@Component
class MovingWaitingLists {

    private final Offering offering;

    MovingWaitingLists(Offering offering) {
        this.offering = offering;
    }

    @Scheduled(cron = "${qutb.spaces.offers-cron:0 5 * * * *}", zone = "Africa/Casablanca")
    void move() {
        try (var job = MDC.putCloseable("job", "waiting-lists")) {
            offering.unsettled().forEach(offering::move);
        }
    }
}
