package ma.qutb.registry.privacy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.PersonAnonymised;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonalData;
import ma.qutb.registry.RegistryPermission.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes people anonymous: one user proposes, another confirms, and nothing brings the names back. */
@Service
@Transactional
public class Anonymising {

    private final Anonymisations anonymisations;
    private final PeopleInReach people;
    private final List<PersonalData> contributions;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Anonymising(
            Anonymisations anonymisations,
            PeopleInReach people,
            List<PersonalData> contributions,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.anonymisations = anonymisations;
        this.people = people;
        this.contributions = contributions;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody whose names are about to go. */
    public record Proposed(
            UUID id, UUID person, LocalName name, long number, String reason, String proposedBy, boolean own) {}

    /** Because the person asked for it. */
    public void propose(PersonId person, @Nullable UUID request, Actor by) {
        propose(person, Anonymisation.ON_REQUEST, request, by);
    }

    void propose(PersonId person, String reason, @Nullable UUID request, Actor by) {
        boolean published = database.sql(
                        "select reference_code is not null from registry.person where id = :id and anonymised_at is null and merged_into is null")
                .param("id", person.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new Refusal("registry.privacy.refusal.gone"));
        if (published) {
            // The next start would load the name again.
            throw new Refusal("registry.privacy.refusal.published");
        }
        try {
            anonymisations.save(Anonymisation.propose(person, reason, request, by, clock.instant()));
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("anonymisation_proposed_once", e, "registry.privacy.refusal.proposed");
        }
    }

    /** The names go now. */
    public void confirm(UUID id, Actor by) {
        var proposal = anonymisations.findById(id).orElseThrow();
        var person = people.find(proposal.person().value(), Code.ANONYMISE_PEOPLE, by);
        anonymisations.save(proposal.confirm(by, clock.instant()));
        contributions.forEach(it -> it.forget(person.id()));
        database.sql("select registry.anonymise(:person)")
                .param("person", person.id().value())
                .query(row -> {});
        events.publishEvent(new PersonAnonymised(person.id()));
    }

    /** The names stay. */
    public void drop(UUID id, Actor by) {
        var proposal = anonymisations.findById(id).orElseThrow();
        people.find(proposal.person().value(), Code.ANONYMISE_PEOPLE, by);
        anonymisations.save(proposal.drop(by, clock.instant()));
    }

    /** What waits for a second person, oldest first. */
    @Transactional(readOnly = true)
    public List<Proposed> waiting(Actor reader) {
        return database
                .sql("""
                        select a.id, a.person_id, p.number, p.sort_name_ar, p.sort_name_latin, a.reason, a.proposed_by_name, a.proposed_by
                        from registry.anonymisation a join registry.person p on p.id = a.person_id
                        where a.state = 'PROPOSED' order by a.proposed_at, a.id limit 500
                        """)
                .query((row, number) -> new Proposed(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        new LocalName(
                                row.getString("sort_name_ar"),
                                row.getString("sort_name_latin"),
                                row.getString("sort_name_latin")),
                        row.getLong("number"),
                        row.getString("reason"),
                        row.getString("proposed_by_name"),
                        row.getObject("proposed_by", UUID.class).equals(reader.id())))
                .list()
                .stream()
                .filter(it -> people.covers(it.person(), Code.ANONYMISE_PEOPLE, reader))
                .toList();
    }
}
