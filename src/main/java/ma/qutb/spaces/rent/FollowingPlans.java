package ma.qutb.spaces.rent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.spaces.LeaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans by which tenants pay in parts what is late. A plan is broken as soon as more is late than it leaves for later days, and kept when
 * its last part is due and nothing is late any more; rents that fall due meanwhile are paid besides.
 */
@Service
@Transactional
public class FollowingPlans {

    private static final int MOST_PARTS = 36;

    private final Standings standings;
    private final JdbcClient database;
    private final Clock clock;

    FollowingPlans(Standings standings, JdbcClient database, Clock clock) {
        this.standings = standings;
        this.database = database;
        this.clock = clock;
    }

    /** A part of it. */
    public record Instalment(int position, LocalDate dueOn, long amount) {}

    /** A plan; its state is {@code running}, {@code kept} or {@code broken}. */
    public record Plan(
            UUID id,
            long total,
            LocalDate agreedOn,
            String state,
            Optional<LocalDate> endedOn,
            List<Instalment> instalments) {}

    /**
     * Agrees that what is late today is paid in equal parts, one a month.
     *
     * @param first the day the first part is due
     * @throws Refusal when nothing is late, or a plan runs already
     */
    public UUID agree(LeaseId lease, LocalDate first, int parts, Poster by) {
        var today = LocalDate.now(clock);
        follow(lease, today);
        long late = standings.of(lease, today).overdue();
        if (late <= 0) {
            throw new Refusal("spaces.rent.refusal.nothing-late");
        }
        if (parts < 1 || parts > MOST_PARTS || first.isBefore(today)) {
            throw new Refusal("spaces.rent.refusal.plan", MOST_PARTS);
        }
        if (of(lease).stream().anyMatch(it -> it.state().equals("running"))) {
            throw new Refusal("spaces.rent.refusal.plan-runs");
        }
        var id = Ids.next();
        database.sql("""
                        insert into spaces.rent_plan (id, lease_id, total, agreed_on, state, by_name)
                        values (:id, :lease, :total, :today, 'running', :by)
                        """)
                .param("id", id)
                .param("lease", lease.value())
                .param("total", late)
                .param("today", today)
                .param("by", by.name())
                .update();
        var weights = new long[parts];
        java.util.Arrays.fill(weights, 1);
        var amounts = ProRata.share(late, weights);
        for (int i = 0; i < parts; i++) {
            database.sql(
                            "insert into spaces.rent_instalment (plan_id, position, due_on, amount) values (:plan, :position, :due, :amount)")
                    .param("plan", id)
                    .param("position", i + 1)
                    .param("due", first.plusMonths(i))
                    .param("amount", amounts[i])
                    .update();
        }
        return id;
    }

    /** Looks whether the running plan of a lease was kept or broken by this day. */
    void follow(LeaseId lease, LocalDate day) {
        of(lease).stream()
                .filter(it -> it.state().equals("running"))
                .findFirst()
                .ifPresent(plan -> {
                    var standing = standings.of(lease, day);
                    if (standing.overdue() == 0) {
                        end(plan, "kept", day);
                    } else if (standing.overdue() > standing.planned()) {
                        end(plan, "broken", day);
                    }
                });
    }

    /** Those that run, for whoever looks at them every day. */
    List<LeaseId> running() {
        return database.sql("select lease_id from spaces.rent_plan where state = 'running'")
                .query((row, number) -> new LeaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The latest first. */
    public List<Plan> of(LeaseId lease) {
        var instalments = new java.util.HashMap<UUID, List<Instalment>>();
        database.sql("""
                        select i.* from spaces.rent_instalment i join spaces.rent_plan p on p.id = i.plan_id where p.lease_id = :lease
                         order by i.position
                        """).param("lease", lease.value()).query(row -> {
            instalments
                    .computeIfAbsent(row.getObject("plan_id", UUID.class), _ -> new ArrayList<>())
                    .add(new Instalment(
                            row.getInt("position"), row.getObject("due_on", LocalDate.class), row.getLong("amount")));
        });
        return database.sql("select * from spaces.rent_plan where lease_id = :lease order by agreed_on desc, id desc")
                .param("lease", lease.value())
                .query((row, number) -> new Plan(
                        row.getObject("id", UUID.class),
                        row.getLong("total"),
                        row.getObject("agreed_on", LocalDate.class),
                        row.getString("state"),
                        Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                        instalments.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private void end(Plan plan, String state, LocalDate day) {
        database.sql("update spaces.rent_plan set state = :state, ended_on = :day where id = :id")
                .param("state", state)
                .param("day", day)
                .param("id", plan.id())
                .update();
    }
}
