package ma.qutb.spaces.lease;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.spaces.LeaseChanged;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.unit.Occupying;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is agreed while a lease runs: a longer time, another rent; what is found: breaches of clauses, how many people work there. */
@Service
@Transactional
public class ChangingLeases {

    private final Leases leases;
    private final LeaseSteps steps;
    private final Occupying occupying;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;
    private final Clock clock;

    ChangingLeases(
            Leases leases,
            LeaseSteps steps,
            Occupying occupying,
            ApplicationEventPublisher events,
            JdbcClient database,
            Clock clock) {
        this.leases = leases;
        this.steps = steps;
        this.occupying = occupying;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Lets the lease go on after its end.
     *
     * @param rent centimes a month from then on; empty: as before
     * @throws Refusal when it is over, ends for another reason, or somebody else has the unit afterwards
     */
    public void renew(LeaseId id, int months, Optional<Long> rent, Poster by) {
        var lease = running(id);
        if (lease.endKind().isPresent() || lease.tenant().gone().isPresent()) {
            throw new Refusal("spaces.lease.refusal.ends-already", lease.lastDay());
        }
        if (months < 1 || months > LeasingUnits.MOST_MONTHS) {
            throw new Refusal("spaces.lease.refusal.term", LeasingUnits.MOST_MONTHS);
        }
        var from = lease.terms().until();
        var until = from.plusMonths(months);
        occupying.change(lease.occupancy().orElseThrow(), lease.terms().from(), until);
        database.sql("""
                        update spaces.lease set ends_on = :until, agreed_until = :until, notice_on = null, notice_by = null, version = version + 1
                         where id = :id
                        """).param("until", until).param("id", id.value()).update();
        rent.ifPresent(it -> rent(lease, from, it, "renewal"));
        steps.add(id, "renewed", from, "", by);
        events.publishEvent(new LeaseChanged(id));
    }

    /**
     * Another rent from a day on; a day of the past is made good by the next rents.
     *
     * @throws Refusal when it does not run on that day, or a rent from that day on was agreed before
     */
    public void changeRent(LeaseId id, LocalDate from, long rent, String reason, Poster by) {
        var lease = running(id);
        if (from.isBefore(lease.terms().from()) || !from.isBefore(lease.terms().until())) {
            throw new Refusal("spaces.lease.refusal.outside", lease.terms().from(), lease.lastDay());
        }
        rent(lease, from, rent, "agreed");
        steps.add(id, "rent-changed", from, reason, by);
        events.publishEvent(new LeaseChanged(id));
    }

    /** Something a clause forbids was found. */
    public UUID breach(LeaseId id, String kind, LocalDate day, String note, Optional<UUID> photo, Poster by) {
        running(id);
        past(day);
        var breach = Ids.next();
        database.sql("""
                        insert into spaces.lease_breach (id, lease_id, kind, found_on, note, photo, by_name, at)
                        values (:id, :lease, :kind, :day, :note, :photo, :by, :now)
                        """)
                .param("id", breach)
                .param("lease", id.value())
                .param("kind", kind)
                .param("day", day)
                .param("note", note)
                .param("photo", photo.orElse(null), Types.OTHER)
                .param("by", by.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        steps.add(id, "breach", day, note, photo, by.name());
        return breach;
    }

    public void remedied(LeaseId id, UUID breach, Poster by) {
        int done = database.sql("""
                        update spaces.lease_breach set remedied_on = :day where id = :id and lease_id = :lease and remedied_on is null
                        """)
                .param("day", LocalDate.now(clock))
                .param("id", breach)
                .param("lease", id.value())
                .update();
        if (done == 1) {
            steps.add(id, "remedied", LocalDate.now(clock), "", by);
        }
    }

    /** Counts who works there; counted again on a day, the later count stands. */
    public void count(LeaseId id, int women, int men, Poster by) {
        running(id);
        database.sql("""
                        insert into spaces.lease_jobs (lease_id, counted_on, women, men) values (:lease, :day, :women, :men)
                        on conflict (lease_id, counted_on) do update set women = excluded.women, men = excluded.men
                        """)
                .param("lease", id.value())
                .param("day", LocalDate.now(clock))
                .param("women", women)
                .param("men", men)
                .update();
        steps.add(id, "counted", LocalDate.now(clock), String.valueOf(women + men), by);
    }

    private void rent(Lease lease, LocalDate from, long rent, String why) {
        if (rent <= 0) {
            throw new Refusal("spaces.lease.refusal.rent");
        }
        try {
            database.sql(
                            "insert into spaces.lease_rent (lease_id, from_on, rent, why) values (:lease, :from, :rent, :why)")
                    .param("lease", lease.id().value())
                    .param("from", from)
                    .param("rent", rent)
                    .param("why", why)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("lease_rent_pk", e, "spaces.lease.refusal.rent-that-day", from);
        }
    }

    private Lease running(LeaseId id) {
        var today = LocalDate.now(clock);
        return leases.lock(id)
                .filter(it -> it.signed() && today.isBefore(it.terms().until()))
                .orElseThrow(() -> new Refusal("spaces.lease.refusal.not-running"));
    }

    private void past(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Refusal("spaces.lease.refusal.ahead");
        }
    }
}
