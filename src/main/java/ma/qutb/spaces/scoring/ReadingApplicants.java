package ma.qutb.spaces.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.call.CallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what an application asks for and who asks. */
@Repository
@Transactional(readOnly = true)
class ReadingApplicants {

    private final JdbcClient database;
    private final People people;
    private final Organisations organisations;
    private final Crafts crafts;

    ReadingApplicants(JdbcClient database, People people, Organisations organisations, Crafts crafts) {
        this.database = database;
        this.people = people;
        this.organisations = organisations;
        this.crafts = crafts;
    }

    /** Who asks. */
    record Party(UUID application, String number, Optional<PersonId> person, Optional<OrganisationId> organisation) {}

    /** The applications of a call that were sent and stand. */
    List<Party> of(CallId call) {
        return database.sql("""
                        select id, number, person_id, organisation_id from spaces.application
                         where call_id = :call and submitted_at is not null and withdrawn_at is null order by number
                        """)
                .param("call", call.value())
                .query((row, number) -> new Party(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        Optional.ofNullable(row.getObject("person_id", UUID.class))
                                .map(PersonId::new),
                        Optional.ofNullable(row.getObject("organisation_id", UUID.class))
                                .map(OrganisationId::new)))
                .list();
    }

    Sheet.Applied read(UUID application) {
        return database.sql("""
                        select a.*, array(select u.number from spaces.application_wish w join spaces.unit u on u.id = w.unit_id
                                           where w.application_id = a.id order by w.rank) as wishes
                          from spaces.application a where a.id = :id
                        """)
                .param("id", application)
                .query((row, number) -> new Sheet.Applied(
                        application,
                        row.getString("number"),
                        name(row.getObject("person_id", UUID.class), row.getObject("organisation_id", UUID.class)),
                        crafts.nameOf(new CraftCode(row.getString("craft_code"))),
                        Set.of((String[]) row.getArray("groups").getArray()),
                        row.getBoolean("needs_access"),
                        Arrays.asList((String[]) row.getArray("wishes").getArray())))
                .single();
    }

    private LocalName name(
            @org.jspecify.annotations.Nullable UUID person, @org.jspecify.annotations.Nullable UUID organisation) {
        var name = person != null
                ? people.find(new PersonId(person)).map(People.Summary::name)
                : Optional.ofNullable(organisation)
                        .map(OrganisationId::new)
                        .flatMap(organisations::find)
                        .map(Organisations.Summary::name);
        return name.orElse(new LocalName("–", "–", "–"));
    }
}
