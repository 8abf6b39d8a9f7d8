package ma.qutb.spaces.lease;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.LeaseSigned;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.unit.Occupying;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes contracts and has them signed: first by the tenant, then by the pole. */
@Service
@Transactional
public class LeasingUnits {

    static final int MOST_MONTHS = 120;

    private final Leases leases;
    private final Tenants tenants;
    private final Templates templates;
    private final LeaseSteps steps;
    private final Occupying occupying;
    private final Units units;
    private final Crafts crafts;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;
    private final Clock clock;

    LeasingUnits(
            Leases leases,
            Tenants tenants,
            Templates templates,
            LeaseSteps steps,
            Occupying occupying,
            Units units,
            Crafts crafts,
            ApplicationEventPublisher events,
            JdbcClient database,
            Clock clock) {
        this.leases = leases;
        this.tenants = tenants;
        this.templates = templates;
        this.steps = steps;
        this.occupying = occupying;
        this.units = units;
        this.crafts = crafts;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Begins a contract; its unit is held from now on.
     *
     * @throws Refusal when somebody has the unit on one of these days, or it is not to be had
     */
    public LeaseId draft(NewLease it, Poster by) {
        return draft(it, Optional.empty(), by);
    }

    LeaseId draft(NewLease it, Optional<LeaseId> previous, Poster by) {
        var unit = units.find(it.unit()).orElseThrow(() -> new Refusal("spaces.unit.refusal.unknown"));
        check(unit, it);
        var template = templates.on(it.from()).or(templates::first).orElseThrow();
        var tenant = tenants.of(it.who());
        var occupancy = occupying.hold(it.unit(), it.who(), it.craft(), it.from(), it.until());
        var id = LeaseId.next();
        try {
            insert(id, it, tenant, occupancy, template.id(), previous, by);
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("lease_offer_once", e, "spaces.lease.refusal.offer-taken");
        }
        database.sql(
                        "insert into spaces.lease_rent (lease_id, from_on, rent, why) values (:lease, :from, :rent, 'start')")
                .param("lease", id.value())
                .param("from", it.from())
                .param("rent", it.rent())
                .update();
        steps.add(id, previous.isPresent() ? "taken-over" : "drafted", today(), "", by);
        return id;
    }

    /** Corrects what a contract says that nobody has signed; it is to be printed anew. Unit and tenant stay. */
    public void correct(LeaseId id, NewLease it, Poster by) {
        var lease = open(id);
        if (lease.state().equals("tenant_signed")) {
            throw new Refusal("spaces.lease.refusal.not-open");
        }
        check(units.find(lease.unit()).orElseThrow(), it);
        occupying.change(lease.occupancy().orElseThrow(), it.from(), it.until());
        database.sql("""
                        update spaces.lease set craft_code = :craft, starts_on = :from, agreed_until = :until, ends_on = :until, deposit = :deposit,
                            guarantor = :guarantor, index_bp = :bp, index_months = :months, charges = :charges, state = 'draft',
                            version = version + 1
                         where id = :id
                        """)
                .param("craft", it.craft().map(CraftCode::value).orElse(null))
                .param("from", it.from())
                .param("until", it.until())
                .param("deposit", it.deposit())
                .param("guarantor", it.guarantor())
                .param("bp", it.indexBasisPoints())
                .param("months", it.indexMonths())
                .param("charges", it.charges())
                .param("id", id.value())
                .update();
        database.sql("update spaces.lease_rent set from_on = :from, rent = :rent where lease_id = :id")
                .param("from", it.from())
                .param("rent", it.rent())
                .param("id", id.value())
                .update();
        steps.add(id, "corrected", today(), "", by);
    }

    /** The tenant signed the printed contract. */
    public void signByTenant(LeaseId id, LocalDate day, Optional<UUID> file, Poster by) {
        var lease = open(id);
        if (!lease.state().equals("printed")) {
            throw new Refusal("spaces.lease.refusal.not-printed");
        }
        past(day);
        database.sql("""
                        update spaces.lease set state = 'tenant_signed', tenant_signed_on = :day, signed_file = :file, version = version + 1
                         where id = :id
                        """)
                .param("day", day)
                .param("file", file.orElse(null), Types.OTHER)
                .param("id", id.value())
                .update();
        steps.add(id, "signed-by-tenant", day, "", file, by.name());
    }

    /** The pole signed too: the unit is let. */
    public void signByPole(LeaseId id, LocalDate day, Poster by) {
        var lease = open(id);
        if (!lease.state().equals("tenant_signed")) {
            throw new Refusal("spaces.lease.refusal.tenant-first");
        }
        past(day);
        if (day.isBefore(lease.tenantSignedOn().orElseThrow())) {
            throw new Refusal("spaces.lease.refusal.tenant-first");
        }
        database.sql(
                        "update spaces.lease set state = 'signed', pole_signed_on = :day, version = version + 1 where id = :id")
                .param("day", day)
                .param("id", id.value())
                .update();
        occupying.let(lease.occupancy().orElseThrow());
        steps.add(id, "signed-by-pole", day, "", by);
        events.publishEvent(new LeaseSigned(id));
    }

    /** It came to nothing: the unit is free again. */
    public void cancel(LeaseId id, String reason, Poster by) {
        var lease = open(id);
        database.sql(
                        "update spaces.lease set state = 'cancelled', occupancy_id = null, version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
        lease.occupancy().ifPresent(occupying::release);
        steps.add(id, "cancelled", today(), reason, by);
    }

    private Lease open(LeaseId id) {
        return leases.lock(id).filter(Lease::open).orElseThrow(() -> new Refusal("spaces.lease.refusal.not-open"));
    }

    private void check(Unit unit, NewLease it) {
        if (it.rent() <= 0) {
            throw new Refusal("spaces.lease.refusal.rent");
        }
        if (it.months() < 1 || it.months() > MOST_MONTHS) {
            throw new Refusal("spaces.lease.refusal.term", MOST_MONTHS);
        }
        if (it.indexBasisPoints() > 0 != it.indexMonths() > 0) {
            throw new Refusal("spaces.lease.refusal.index");
        }
        if (unit.ownUse()) {
            throw new Refusal("spaces.lease.refusal.own-use", unit.number());
        }
        // Who got it by an offer was found to be allowed there.
        if (it.offer().isEmpty() && !allowed(unit, it.craft())) {
            throw new Refusal("spaces.lease.refusal.craft", unit.number());
        }
        if (shut(it.unit(), it.from())) {
            throw new Refusal("spaces.lease.refusal.not-ready", unit.number(), it.from());
        }
    }

    private boolean allowed(Unit unit, Optional<CraftCode> craft) {
        return unit.crafts().isEmpty()
                || craft.filter(it -> unit.crafts().stream()
                                .anyMatch(allowed -> crafts.within(allowed).contains(it)))
                        .isPresent();
    }

    private boolean shut(UnitId unit, LocalDate day) {
        return database.sql("""
                        select exists (select from spaces.unit_state where unit_id = :unit and during @> :day and state <> 'ready')
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private void past(LocalDate day) {
        if (day.isAfter(today())) {
            throw new Refusal("spaces.lease.refusal.ahead");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void insert(
            LeaseId id,
            NewLease it,
            UUID tenant,
            UUID occupancy,
            UUID template,
            Optional<LeaseId> previous,
            Poster by) {
        database.sql("""
                        insert into spaces.lease (id, unit_id, tenant_id, occupancy_id, craft_code, template_id, starts_on, agreed_until, ends_on,
                            deposit, guarantor, index_bp, index_months, charges, state, previous_id, offer_id, created_by, created_by_name,
                            created_at, version)
                        values (:id, :unit, :tenant, :occupancy, :craft, :template, :from, :until, :until, :deposit, :guarantor, :bp, :months,
                            :charges, 'draft', :previous, :offer, :by, :name, :now, 1)
                        """)
                .param("id", id.value())
                .param("unit", it.unit().value())
                .param("tenant", tenant)
                .param("occupancy", occupancy)
                .param("craft", it.craft().map(CraftCode::value).orElse(null))
                .param("template", template)
                .param("from", it.from())
                .param("until", it.until())
                .param("deposit", it.deposit())
                .param("guarantor", it.guarantor())
                .param("bp", it.indexBasisPoints())
                .param("months", it.indexMonths())
                .param("charges", it.charges())
                .param("previous", previous.map(LeaseId::value).orElse(null), Types.OTHER)
                .param("offer", it.offer().orElse(null), Types.OTHER)
                .param("by", by.id())
                .param("name", by.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
