package ma.qutb.spaces.rent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.lease.Lease;
import ma.qutb.spaces.lease.LeaseSteps;
import ma.qutb.spaces.lease.Leases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A tenant gives the unit back: after an inspection the deposit pays what is still owed and what was damaged, and the rest is given back.
 * What the deposit does not cover stays owed after the end of the lease.
 */
@Service
@Transactional
public class HandingBack {

    static final String SETTLEMENT = "spaces-settlement";
    static final String REFUND = "spaces-refund";

    private final Leases leases;
    private final LeaseSteps steps;
    private final RentTable table;
    private final RentAccounts accounts;
    private final Standings standings;
    private final FollowingPlans plans;
    private final Units units;
    private final Sites sites;
    private final Ledger ledger;
    private final JdbcClient database;
    private final Clock clock;

    HandingBack(
            Leases leases,
            LeaseSteps steps,
            RentTable table,
            RentAccounts accounts,
            Standings standings,
            FollowingPlans plans,
            Units units,
            Sites sites,
            Ledger ledger,
            JdbcClient database,
            Clock clock) {
        this.leases = leases;
        this.steps = steps;
        this.table = table;
        this.accounts = accounts;
        this.standings = standings;
        this.plans = plans;
        this.units = units;
        this.sites = sites;
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
    }

    /** An inspection at the end. */
    public record Inspection(UUID id, LocalDate day, String note) {}

    /** Inspections that may be the one at the end of this lease, the latest first. */
    public List<Inspection> inspections(Lease lease) {
        return database.sql("""
                        select id, made_on, note from spaces.condition_report
                         where unit_id = :unit and occasion = 'exit' and made_on >= :from order by made_on desc, recorded_at desc
                        """)
                .param("unit", lease.unit().value())
                .param("from", lease.terms().from())
                .query((row, number) -> new Inspection(
                        row.getObject("id", UUID.class),
                        row.getObject("made_on", LocalDate.class),
                        row.getString("note")))
                .list();
    }

    /**
     * Settles it.
     *
     * @param inspection the condition report at the exit
     * @param damage what repairs cost the tenant, in centimes
     * @param cash whether the rest of the deposit is paid out of the cash box, else by transfer
     * @return what was paid out, in centimes
     * @throws Refusal when the lease runs on, there was no inspection, or it was settled before
     */
    public long settle(LeaseId id, UUID inspection, long damage, boolean cash, String note, Poster by) {
        var today = LocalDate.now(clock);
        var lease =
                leases.lock(id).filter(Lease::signed).orElseThrow(() -> new Refusal("spaces.rent.refusal.not-signed"));
        if (lease.handedBackOn().isPresent()) {
            throw new Refusal("spaces.rent.refusal.handed-back");
        }
        if (today.isBefore(lease.lastDay())) {
            throw new Refusal("spaces.rent.refusal.runs-on", lease.lastDay());
        }
        if (inspections(lease).stream().noneMatch(it -> it.id().equals(inspection))) {
            throw new Refusal("spaces.rent.refusal.no-inspection");
        }
        var tenant = accounts.tenant(lease.tenant());
        var drafts = new ArrayList<Draft>();
        long owed = standings.of(id, today).owed();
        if (damage > 0) {
            var charge = charge(lease, damage, today, note);
            table.add(List.of(charge));
            drafts.add(draft(lease, charge.id(), SETTLEMENT, today)
                    .debit(tenant, damage)
                    .credit(accounts.damages(), damage));
            owed += damage;
        }
        if (lease.deposit() > 0) {
            var key = Charge.idOf("deposit-back", id, "");
            table.add(new Credit(key, id, "deposit", lease.deposit(), today, today, "", by.name()));
            drafts.add(draft(lease, key, SETTLEMENT, today)
                    .debit(accounts.deposit(lease.tenant()), lease.deposit())
                    .credit(tenant, lease.deposit()));
            owed -= lease.deposit();
        }
        long back = Math.max(0, -owed);
        if (back > 0) {
            var key = Charge.idOf("refund", id, "");
            table.add(new Credit(key, id, "refund", -back, today, today, "", by.name()));
            var site = sites.find(units.find(lease.unit()).orElseThrow().site()).orElseThrow();
            drafts.add(draft(lease, key, REFUND, today)
                    .debit(tenant, back)
                    .credit(cash ? accounts.till(site) : accounts.bank(), back));
        }
        database.sql("update spaces.lease set handed_back_on = :today, version = version + 1 where id = :id")
                .param("today", today)
                .param("id", id.value())
                .update();
        steps.add(id, "handed-back", today, note, Optional.empty(), by.name());
        plans.follow(id, today);
        ledger.postTogether(drafts, by);
        return back;
    }

    private static Charge charge(Lease lease, long damage, LocalDate today, String note) {
        return new Charge(
                Charge.idOf("damage", lease.id(), ""),
                lease.id(),
                "damage",
                YearMonth.from(today),
                0,
                damage,
                Optional.empty(),
                today,
                today,
                Optional.empty(),
                note);
    }

    private Draft draft(Lease lease, UUID key, String kind, LocalDate day) {
        return Draft.of(accounts.book(), key, kind, day)
                .because(lease.said())
                .from(new Source(PostingRents.SOURCE, lease.id().value()));
    }
}
