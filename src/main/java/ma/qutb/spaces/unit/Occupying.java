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

    private static RuntimeException refusal(DataIntegrityViolationException e) {
        var taken = Refusal.when("occupancy_one_at_a_time", e, "spaces.unit.refusal.taken");
        return taken instanceof Refusal
                ? taken
                : Refusal.when("occupancy_while_unit_exists", e, "spaces.unit.refusal.not-all-the-time");
    }
}
