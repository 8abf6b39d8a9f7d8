package ma.qutb.market.payout;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells, once a month, that what makers earned last month still waits: a payout that nobody runs is noticed by makers first, otherwise. */
@Component
class UnpaidMakers {

    /** Days of the new month that are left to whoever pays. */
    private static final int PATIENCE = 5;

    private final Dues dues;
    private final Notifications notifications;
    private final JdbcClient database;
    private final Clock clock;

    UnpaidMakers(Dues dues, Notifications notifications, JdbcClient database, Clock clock) {
        this.dues = dues;
        this.notifications = notifications;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(cron = "${qutb.market.payout-alert-at:0 0 8 * * *}", zone = "Africa/Casablanca")
    @Transactional
    public void look() {
        MDC.put("job", "market-payout");
        try {
            var today = LocalDate.now(clock);
            var month = today.withDayOfMonth(1);
            if (today.getDayOfMonth() <= PATIENCE) {
                return;
            }
            var due = dues.due(month.minusDays(1)).stream()
                    .filter(it -> it.earned() > 0)
                    .toList();
            if (!due.isEmpty() && firstThisMonth(month)) {
                notifications.tell(
                        Set.of(Role.DIRECTOR, Role.HALL_SELLER),
                        Scope.EVERYWHERE,
                        "market.payout.told.unrun",
                        List.of(due.size()),
                        "/app/payouts/new");
            }
        } finally {
            MDC.remove("job");
        }
    }

    private boolean firstThisMonth(LocalDate month) {
        return database.sql(
                                "insert into market.payout_alert (month, told_at) values (:month, :now) on conflict do nothing")
                        .param("month", month)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
