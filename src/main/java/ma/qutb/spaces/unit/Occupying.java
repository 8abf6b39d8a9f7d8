package ma.qutb.spaces.unit;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.UnitId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who has a unit, or will have it; the database lets each be had by one party at a time. */
@Service
@Transactional
public class Occupying {

    private final JdbcClient database;

    Occupying(JdbcClient database) {
        this.database = database;
    }

    /** Whether a unit is let or only reserved. */
    public enum Kind {
        LEASE,
        PLANNED
    }

    /**
     * @param until the first day after; empty: until further notice
     * @throws Refusal when somebody has it on one of these days, or it does not exist on all of them
     */
    public UUID occupy(
            UnitId unit,
            Occupant who,
            Optional<CraftCode> craft,
            Kind kind,
            LocalDate from,
            Optional<LocalDate> until) {
        var id = Ids.next();
        // Two at once would each wait for the other's row: they wait for the unit instead.
        held(unit);
        try {
            database.sql("""
                            insert into spaces.occupancy (id, unit_id, person_id, organisation_id, craft_code, kind, during, version)
                            values (:id, :unit, :person, :organisation, :craft, :kind, daterange(:from, cast(:until as date)), 1)
                            """)
                    .param("id", id)
                    .param("unit", unit.value())
                    .param("person", who.person().map(PersonId::value).orElse(null), Types.OTHER)
                    .param(
                            "organisation",
                            who.organisation().map(OrganisationId::value).orElse(null),
                            Types.OTHER)
                    .param("craft", craft.map(CraftCode::value).orElse(null))
                    .param("kind", kind == Kind.LEASE ? "lease" : "planned")
                    .param("from", from)
                    .param("until", until.orElse(null))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw refusal(e);
        }
        return id;
    }

    /**
     * Holds a unit for somebody a contract is written for. A hold they have already, from an offer that they took, becomes this one; the
     * time they were in the unit without a contract ends where it begins.
     *
     * @throws Refusal as {@link #occupy}
     */
    public UUID hold(UnitId unit, Occupant who, Optional<CraftCode> craft, LocalDate from, LocalDate until) {
        held(unit);
        var before = database.sql("""
                        select o.id, lower(o.during) as f from spaces.occupancy o
                         where o.unit_id = :unit and o.during && daterange(:from, :until) and :party in (o.person_id, o.organisation_id)
                           and not exists (select from spaces.lease l where l.occupancy_id = o.id)
                         order by o.during limit 1
                        """)
                .param("unit", unit.value())
                .param("from", from)
                .param("until", until)
                .param("party", who.party())
                .query((row, number) ->
                        new Before(row.getObject("id", UUID.class), row.getObject("f", LocalDate.class)))
                .optional();
        if (before.isEmpty()) {
            return occupy(unit, who, craft, Kind.PLANNED, from, Optional.of(until));
        }
        var it = before.get();
        if (it.from().isBefore(from)) {
            change(it.id(), it.from(), from);
            return occupy(unit, who, craft, Kind.PLANNED, from, Optional.of(until));
        }
        change(it.id(), from, until);
        return it.id();
    }

    private record Before(UUID id, LocalDate from) {}

    /** The contract is signed: what was held is let. */
    public void let(UUID occupancy) {
        database.sql("update spaces.occupancy set kind = 'lease', version = version + 1 where id = :id")
                .param("id", occupancy)
                .update();
    }

    /**
     * It lasts for another time than was said.
     *
     * @param until the first day after
     * @throws Refusal as {@link #occupy}
     */
    public void change(UUID occupancy, LocalDate from, LocalDate until) {
        try {
            database.sql("""
                            update spaces.occupancy set during = daterange(:from, :until), version = version + 1 where id = :id
                            """)
                    .param("from", from)
                    .param("until", until)
                    .param("id", occupancy)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw refusal(e);
        }
    }

    /** Gives back what was only held. */
    public void release(UUID occupancy) {
        database.sql("delete from spaces.occupancy where id = :id and kind = 'planned'")
                .param("id", occupancy)
                .update();
    }

    private void held(UnitId unit) {
        database.sql("select id from spaces.unit where id = :id for no key update")
                .param("id", unit.value())
                .query(UUID.class)
                .optional();
    }

    private static RuntimeException refusal(DataIntegrityViolationException e) {
        var taken = Refusal.when("occupancy_one_at_a_time", e, "spaces.unit.refusal.taken");
        return taken instanceof Refusal
                ? taken
                : Refusal.when("occupancy_while_unit_exists", e, "spaces.unit.refusal.not-all-the-time");
    }
}
