package ma.qutb.ledger.posting;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.ReservationId;
import org.slf4j.MDC;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives back what nobody settled in time. */
@Component
class ReservationsExpire {

    private static final Poster JOB = Poster.job("reservations-expire");
    private static final int AT_ONCE = 500;

    private final JournalFunctions journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReservationsExpire(JournalFunctions journal, TransactionTemplate transaction, Clock clock) {
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${qutb.ledger.expire-every:30s}",
            fixedDelayString = "${qutb.ledger.expire-every:30s}")
    void expire() {
        MDC.put("job", JOB.id());
        try {
            // Each on its own: two in one transaction would take their locks out of order.
            journal.overdue(clock.instant(), AT_ONCE)
                    .forEach(it -> transaction.executeWithoutResult(status -> expire(it)));
        } finally {
            MDC.remove("job");
        }
    }

    private void expire(ReservationId overdue) {
        if (journal.hold(overdue)) {
            journal.conclude(overdue, "expired", null, clock.instant().truncatedTo(ChronoUnit.MICROS), JOB, "");
        }
    }
}
