package ma.qutb.spaces.rent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;
import ma.qutb.spaces.LeaseId;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds tenants of what is late, each step once, and looks every day whether plans are kept. Whoever keeps a plan is left in peace. */
@Component
public class SendingRentReminders {

    private static final String JOB = "rent-reminders";

    private final JdbcClient database;
    private final Notifications notifications;
    private final FollowingPlans plans;
    private final RentSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SendingRentReminders(
            JdbcClient database,
            Notifications notifications,
            FollowingPlans plans,
            RentSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.notifications = notifications;
        this.plans = plans;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Late(LeaseId lease, @Nullable UUID person, long overdue, LocalDate oldest, int step) {}

    @Scheduled(cron = "${qutb.spaces.rent.reminders-cron:0 0 9 * * *}", zone = "Africa/Casablanca")
    public void remind() {
        MDC.put("job", JOB);
        try {
            var today = LocalDate.now(clock);
            plans.running().forEach(lease -> transaction.executeWithoutResult(status -> plans.follow(lease, today)));
            late(today).forEach(it -> transaction.executeWithoutResult(status -> remind(it, today)));
        } finally {
            MDC.remove("job");
        }
    }

    /** For each lease the last step that was reached and not reminded of. */
    private List<Late> late(LocalDate today) {
        return database.sql("""
                        select n.lease_id, t.person_id, n.overdue - n.planned as pressing, n.oldest, max(s.step) as step
                          from spaces.rent_standing(:today) n join spaces.lease l on l.id = n.lease_id
                          join spaces.tenant t on t.id = l.tenant_id
                          join unnest(cast(:steps as int[])) as s (step) on n.oldest + s.step <= :today
                         where n.overdue > n.planned
                           and not exists (select from spaces.rent_reminder r
                                            where r.lease_id = n.lease_id and r.open_since = n.oldest and r.days_after >= s.step)
                         group by n.lease_id, t.person_id, n.overdue, n.planned, n.oldest order by n.oldest
                        """)
                .param("today", today)
                .param(
                        "steps",
                        settings.reminderDays().stream().map(String::valueOf).toArray(String[]::new))
                .query((row, number) -> new Late(
                        new LeaseId(row.getObject("lease_id", UUID.class)),
                        row.getObject("person_id", UUID.class),
                        row.getLong("pressing"),
                        row.getObject("oldest", LocalDate.class),
                        row.getInt("step")))
                .list();
    }

    private void remind(Late it, LocalDate today) {
        int fresh = database.sql("""
                        insert into spaces.rent_reminder (lease_id, open_since, days_after, reminded_on) values (:lease, :since, :step, :today)
                        on conflict do nothing
                        """)
                .param("lease", it.lease().value())
                .param("since", it.oldest())
                .param("step", it.step())
                .param("today", today)
                .update();
        if (fresh == 1) {
            Optional.ofNullable(it.person())
                    .ifPresent(person -> notifications.tellPerson(
                            person,
                            "spaces.rent.told.late",
                            List.of(Formats.exact(Language.AR, it.overdue(), 2), it.oldest()),
                            "/app/my/rent"));
        }
    }
}
