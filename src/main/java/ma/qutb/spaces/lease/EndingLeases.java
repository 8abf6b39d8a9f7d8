package ma.qutb.spaces.lease;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.spaces.LeaseChanged;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.unit.Occupant;
import ma.qutb.spaces.unit.Occupying;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends leases before their time: by notice, by the pole's decision, because the tenant is no more, or because somebody else takes the
 * contract over. A day of the past counts too: what was posted after it is made good by today's entries, never by changing a closed month.
 */
@Service
@Transactional
public class EndingLeases {

    private final Leases leases;
    private final LeasingUnits leasing;
    private final Tenants tenants;
    private final LeaseSteps steps;
    private final Occupying occupying;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;
    private final Clock clock;

    EndingLeases(
            Leases leases,
            LeasingUnits leasing,
            Tenants tenants,
            LeaseSteps steps,
            Occupying occupying,
            ApplicationEventPublisher events,
            JdbcClient database,
            Clock clock) {
        this.leases = leases;
        this.leasing = leasing;
        this.tenants = tenants;
        this.steps = steps;
        this.occupying = occupying;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Tenant or pole gives notice; the lease ends with its last day.
     *
     * @param by {@code tenant} or {@code pole}
     * @param last the last day
     */
    public void notice(LeaseId id, String by, LocalDate last, String reason, Poster actor) {
        var lease = open(id);
        if (last.isBefore(today())) {
            throw new Refusal("spaces.lease.refusal.notice-ahead");
        }
        database.sql("update spaces.lease set notice_on = :today, notice_by = :by where id = :id")
                .param("today", today())
                .param("by", by)
                .param("id", id.value())
                .update();
        end(lease, last, "notice");
        steps.add(id, "notice-" + by, last, reason, actor);
    }

    /** The pole ends it, for a breach or for unpaid rents. */
    public void terminate(LeaseId id, LocalDate last, String reason, Poster actor) {
        end(open(id), last, "terminated");
        steps.add(id, "terminated", last, reason, actor);
    }

    /**
     * The tenant died, or the cooperative or enterprise was dissolved: the lease ends, on that day or later, as agreed with whoever
     * remains. Another may take it over instead: {@link #takeOver}.
     */
    public void tenantGone(LeaseId id, LocalDate gone, LocalDate last, String note, Poster actor) {
        var lease = open(id);
        if (gone.isAfter(today())) {
            throw new Refusal("spaces.lease.refusal.ahead");
        }
        if (last.isBefore(gone)) {
            throw new Refusal("spaces.lease.refusal.before-gone");
        }
        var why = lease.tenant().who().person().isPresent() ? "death" : "dissolution";
        tenants.gone(lease.tenant().id(), gone, why);
        end(lease, last, why);
        steps.add(id, why, gone, note, actor);
    }

    /**
     * Somebody else takes the contract over from a day on: a new lease with the same terms, to be printed and signed.
     *
     * @return the lease of whoever comes
     */
    public LeaseId takeOver(LeaseId id, Occupant who, LocalDate from, Poster actor) {
        var lease = open(id);
        if (who.party().equals(lease.tenant().who().party())) {
            throw new Refusal("spaces.lease.refusal.same-tenant");
        }
        int months = (int) java.time.temporal.ChronoUnit.MONTHS.between(from, lease.agreedUntil());
        var rent = lease.terms().rentOn(from);
        end(lease, from.minusDays(1), "change");
        steps.add(id, "left-to-another", from, "", actor);
        return leasing.draft(
                new NewLease(
                        lease.unit(),
                        who,
                        lease.craft(),
                        from,
                        Math.max(1, months),
                        rent,
                        lease.deposit(),
                        "",
                        lease.terms().indexBasisPoints(),
                        lease.terms().indexMonths(),
                        lease.charges(),
                        Optional.empty()),
                Optional.of(id),
                actor);
    }

    private void end(Lease lease, LocalDate last, String kind) {
        if (last.isBefore(lease.terms().from()) || !last.isBefore(lease.agreedUntil())) {
            throw new Refusal(
                    "spaces.lease.refusal.outside",
                    lease.terms().from(),
                    lease.agreedUntil().minusDays(1));
        }
        var until = last.plusDays(1);
        occupying.change(lease.occupancy().orElseThrow(), lease.terms().from(), until);
        database.sql("update spaces.lease set ends_on = :until, end_kind = :kind, version = version + 1 where id = :id")
                .param("until", until)
                .param("kind", kind)
                .param("id", lease.id().value())
                .update();
        events.publishEvent(new LeaseChanged(lease.id()));
    }

    /** Signed and not handed back: also one whose time is over can be found to have ended earlier. */
    private Lease open(LeaseId id) {
        return leases.lock(id)
                .filter(it -> it.signed() && it.handedBackOn().isEmpty())
                .orElseThrow(() -> new Refusal("spaces.lease.refusal.not-running"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
