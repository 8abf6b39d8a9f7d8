package ma.qutb.spaces.lease;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationCorrected;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PeopleMerged;
import ma.qutb.registry.PersonAnonymised;
import ma.qutb.registry.PersonCorrected;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.unit.Occupant;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever leases, as the registers know them: their names follow the registers, and so does the end of a cooperative. */
@Component
@Transactional
class Tenants {

    private final JdbcClient database;
    private final People people;
    private final Organisations organisations;
    private final Notifications notifications;
    private final Clock clock;

    Tenants(JdbcClient database, People people, Organisations organisations, Notifications notifications, Clock clock) {
        this.database = database;
        this.people = people;
        this.organisations = organisations;
        this.notifications = notifications;
        this.clock = clock;
    }

    private record Known(LocalName name, boolean demonstration) {}

    /**
     * The tenant this party is, made one if it never was.
     *
     * @throws Refusal when the registers do not know them, or they are no more
     */
    UUID of(Occupant who) {
        var known = known(who).orElseThrow(() -> new Refusal("spaces.lease.refusal.nobody"));
        if (who.organisation().flatMap(organisations::dissolved).isPresent()) {
            throw new Refusal("spaces.lease.refusal.tenant-gone");
        }
        database.sql("""
                        insert into spaces.tenant (id, person_id, organisation_id, name_ar, name_latin, demonstration)
                        values (:id, :person, :organisation, :arabic, :latin, :demonstration)
                        on conflict (id) do update set name_ar = excluded.name_ar, name_latin = excluded.name_latin
                        """)
                .param("id", who.party())
                .param("person", who.person().map(PersonId::value).orElse(null), Types.OTHER)
                .param(
                        "organisation",
                        who.organisation().map(OrganisationId::value).orElse(null),
                        Types.OTHER)
                .param("arabic", known.name().arabic())
                .param("latin", known.name().french())
                .param("demonstration", known.demonstration())
                .update();
        if (database.sql("select gone_on is not null from spaces.tenant where id = :id")
                .param("id", who.party())
                .query(Boolean.class)
                .single()) {
            throw new Refusal("spaces.lease.refusal.tenant-gone");
        }
        return who.party();
    }

    /** Somebody died, or a body was dissolved. */
    void gone(UUID tenant, LocalDate day, String why) {
        database.sql("update spaces.tenant set gone_on = :day, gone_why = :why where id = :id")
                .param("day", day)
                .param("why", why)
                .param("id", tenant)
                .update();
    }

    @EventListener
    void corrected(PersonCorrected event) {
        people.find(event.person())
                .ifPresent(it -> rename("person_id", event.person().value(), it.name()));
    }

    /** A dissolved cooperative is no tenant for long: whoever manages the zone is told, and settles it. */
    @EventListener
    void corrected(OrganisationCorrected event) {
        var id = event.organisation();
        organisations.find(id).ifPresent(it -> rename("organisation_id", id.value(), it.name()));
        var dissolved = organisations.dissolved(id);
        int fresh = dissolved
                .map(day -> database.sql("""
                                update spaces.tenant set gone_on = :day, gone_why = 'dissolution'
                                 where organisation_id = :id and gone_on is null
                                """)
                        .param("day", day)
                        .param("id", id.value())
                        .update())
                .orElse(0);
        if (fresh > 0) {
            running(id.value())
                    .forEach(it -> notifications.tell(
                            Role.ZONE_MANAGER,
                            Scope.EVERYWHERE,
                            "spaces.lease.told.dissolved",
                            java.util.List.of(it.name(), Lease.said(it.number())),
                            "/app/spaces/leases/" + it.id()));
        }
    }

    /** Their contracts stay, without their name. */
    @EventListener
    void forgotten(PersonAnonymised event) {
        rename("person_id", event.person().value(), new LocalName("—", "—", "—"));
    }

    /** Leases of a record that was merged are those of the one that stays. */
    @EventListener
    void merged(PeopleMerged event) {
        database.sql("update spaces.tenant set person_id = :survivor where person_id = :merged")
                .param("survivor", event.survivor().value())
                .param("merged", event.merged().value())
                .update();
        people.find(event.survivor())
                .ifPresent(it -> rename("person_id", event.survivor().value(), it.name()));
    }

    private record Running(UUID id, long number, String name) {}

    private java.util.List<Running> running(UUID tenant) {
        return database.sql("""
                        select l.id, l.number, t.name_ar from spaces.lease l join spaces.tenant t on t.id = l.tenant_id
                         where t.id = :tenant and l.state = 'signed' and l.ends_on > :today order by l.number
                        """)
                .param("tenant", tenant)
                .param("today", LocalDate.now(clock))
                .query((row, number) ->
                        new Running(row.getObject("id", UUID.class), row.getLong("number"), row.getString("name_ar")))
                .list();
    }

    private Optional<Known> known(Occupant who) {
        return switch (who) {
            case Occupant.Somebody it ->
                people.find(it.id()).map(found -> new Known(found.name(), found.demonstration()));
            case Occupant.Body it ->
                organisations.find(it.id()).map(found -> new Known(found.name(), found.demonstration()));
        };
    }

    private void rename(String column, UUID party, LocalName name) {
        database.sql("update spaces.tenant set name_ar = :arabic, name_latin = :latin where " + column + " = :party")
                .param("arabic", name.arabic())
                .param("latin", name.french())
                .param("party", party)
                .update();
    }
}
