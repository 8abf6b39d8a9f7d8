package ma.qutb.materials.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import ma.qutb.identity.Notifications;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds artisans of what they owe: three days before it is due, on the day, a week and a month after; each once. */
@Component
public class SendingReminders {

    private static final List<Integer> STEPS = List.of(-3, 0, 7, 30);
    private static final String JOB = "credit-reminders";

    private final JdbcClient database;
    private final Notifications notifications;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SendingReminders(JdbcClient database, Notifications notifications, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.notifications = notifications;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Due(UUID sale, UUID person, long still, LocalDate on, int step) {}

    @Scheduled(cron = "${qutb.materials.reminders-cron:0 0 9 * * *}", zone = "Africa/Casablanca")
    public void remind() {
        MDC.put("job", JOB);
        try {
            due(LocalDate.now(clock)).forEach(it -> transaction.executeWithoutResult(status -> remind(it)));
        } finally {
            MDC.remove("job");
        }
    }

    /** For each debt the last step that was reached and not reminded of. */
    private List<Due> due(LocalDate today) {
        return database.sql("""
                        select d.sale_id, d.person_id, d.still, d.due_on, max(s.step) as step
                          from materials.debt d join unnest(cast(:steps as int[])) as s (step) on d.due_on + s.step <= :today
                         where d.still > 0
                           and not exists (select from materials.reminder r where r.sale_id = d.sale_id and r.days_after >= s.step)
                         group by d.sale_id, d.person_id, d.still, d.due_on order by d.due_on
                        """)
                .param("steps", STEPS.stream().map(String::valueOf).toArray(String[]::new))
                .param("today", today)
                .query((row, number) -> new Due(
                        row.getObject("sale_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getLong("still"),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("step")))
                .list();
    }

    private void remind(Due it) {
        int fresh = database.sql("""
                        insert into materials.reminder (sale_id, days_after, reminded_at) values (:sale, :step, :now) on conflict do nothing
                        """)
                .param("sale", it.sale())
                .param("step", it.step())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (fresh == 1) {
            notifications.tellPerson(
                    it.person(),
                    it.step() > 0 ? "materials.credit.reminder.late" : "materials.credit.reminder.due",
                    List.of(ma.qutb.shell.Formats.exact(ma.qutb.kernel.Language.AR, it.still(), 2), it.on()),
                    "/me/notifications");
        }
    }
}
