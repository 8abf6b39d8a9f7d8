package ma.qutb.spaces.rent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.lease.Lease;
import ma.qutb.spaces.lease.Leases;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets tenants off a part of what they owe: one asks, another decides. */
@Service
@Transactional
public class WaivingRents {

    static final String WAIVER = "spaces-waiver";

    private final Leases leases;
    private final Standings standings;
    private final FollowingPlans plans;
    private final RentTable table;
    private final RentAccounts accounts;
    private final Ledger ledger;
    private final JdbcClient database;
    private final Clock clock;

    WaivingRents(
            Leases leases,
            Standings standings,
            FollowingPlans plans,
            RentTable table,
            RentAccounts accounts,
            Ledger ledger,
            JdbcClient database,
            Clock clock) {
        this.leases = leases;
        this.standings = standings;
        this.plans = plans;
        this.table = table;
        this.accounts = accounts;
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
    }

    /** What was asked for; its state is {@code asked}, {@code approved} or {@code refused}. */
    public record Waiver(
            UUID id,
            LeaseId lease,
            long amount,
            String reason,
            String state,
            String asker,
            String askerName,
            Optional<String> decider) {}

    /** @throws Refusal when it is more than is owed */
    public UUID ask(LeaseId id, long amount, String reason, Poster by) {
        var lease =
                leases.lock(id).filter(Lease::signed).orElseThrow(() -> new Refusal("spaces.rent.refusal.not-signed"));
        if (amount <= 0 || amount > standings.of(lease.id(), today()).owed()) {
            throw new Refusal("spaces.rent.refusal.waiver-too-much");
        }
        var waiver = Ids.next();
        database.sql("""
                        insert into spaces.rent_waiver (id, lease_id, amount, reason, state, asked_by, asked_name, asked_at)
                        values (:id, :lease, :amount, :reason, 'asked', :by, :name, :now)
                        """)
                .param("id", waiver)
                .param("lease", id.value())
                .param("amount", amount)
                .param("reason", reason)
                .param("by", by.id())
                .param("name", by.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return waiver;
    }

    /**
     * Approves or refuses it; approved it is a loss of the pole's.
     *
     * @throws Refusal when whoever decides asked for it, or it was decided before
     */
    public void decide(UUID id, boolean approved, Poster by) {
        var waiver = find(id).filter(it -> it.state().equals("asked"))
                .orElseThrow(() -> new Refusal("spaces.rent.refusal.waiver-decided"));
        var lease = leases.lock(waiver.lease()).orElseThrow();
        if (approved && waiver.amount() > standings.of(lease.id(), today()).owed()) {
            throw new Refusal("spaces.rent.refusal.waiver-too-much");
        }
        try {
            int decided = database.sql("""
                            update spaces.rent_waiver set state = :state, decided_by = :by, decided_name = :name, decided_at = :now
                             where id = :id and state = 'asked'
                            """)
                    .param("state", approved ? "approved" : "refused")
                    .param("by", by.id())
                    .param("name", by.name())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update();
            if (decided == 0) {
                throw new Refusal("spaces.rent.refusal.waiver-decided");
            }
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("rent_waiver_by_another", e, "spaces.rent.refusal.own-waiver");
        }
        if (approved) {
            table.add(new Credit(id, lease.id(), "waiver", waiver.amount(), today(), today(), "", by.name()));
            plans.follow(lease.id(), today());
            ledger.post(
                    Draft.of(accounts.book(), id, WAIVER, today())
                            .because(lease.said() + " · " + waiver.reason())
                            .from(new Source(PostingRents.SOURCE, lease.id().value()))
                            .debit(accounts.waived(), waiver.amount())
                            .credit(accounts.tenant(lease.tenant()), waiver.amount()),
                    by);
        }
    }

    Optional<Waiver> find(UUID id) {
        return waivers("w.id = :id", id).stream().findFirst();
    }

    /** Those of a lease, the latest first. */
    public List<Waiver> of(LeaseId lease) {
        return waivers("w.lease_id = :id", lease.value());
    }

    private List<Waiver> waivers(String which, UUID id) {
        return database.sql(
                        "select * from spaces.rent_waiver w where " + which + " order by w.asked_at desc, w.id desc")
                .param("id", id)
                .query((row, number) -> new Waiver(
                        row.getObject("id", UUID.class),
                        new LeaseId(row.getObject("lease_id", UUID.class)),
                        row.getLong("amount"),
                        row.getString("reason"),
                        row.getString("state"),
                        row.getString("asked_by"),
                        row.getString("asked_name"),
                        Optional.ofNullable(row.getString("decided_name"))))
                .list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
