package ma.qutb.registry.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.honour.Honours;
import ma.qutb.registry.person.PersonPage.Consent;
import ma.qutb.registry.person.PersonPage.CraftLine;
import ma.qutb.registry.person.PersonPage.CraftWork;
import ma.qutb.registry.person.PersonPage.Membership;
import ma.qutb.registry.person.PersonPage.Role;
import ma.qutb.registry.role.RoleKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the file of one person for somebody who may see it. */
@Component
@Transactional(readOnly = true)
public class PersonFile {

    private final PersonRecords people;
    private final Artisans artisans;
    private final Territories territories;
    private final Crafts crafts;
    private final PracticeRules rules;
    private final Honours honours;
    private final JdbcClient database;
    private final Clock clock;

    PersonFile(
            PersonRecords people,
            Artisans artisans,
            Territories territories,
            Crafts crafts,
            PracticeRules rules,
            Honours honours,
            JdbcClient database,
            Clock clock) {
        this.people = people;
        this.artisans = artisans;
        this.territories = territories;
        this.crafts = crafts;
        this.rules = rules;
        this.honours = honours;
        this.database = database;
        this.clock = clock;
    }

    /** Empty when the person is not there, or lies outside the reader's scope: nobody can tell which. */
    public Optional<PersonPage> open(UUID id, Actor actor) {
        return open(id, actor, Code.SEE_PEOPLE);
    }

    /** For an act: the permission to do it must cover the person's place too. */
    public Optional<PersonPage> open(UUID id, Actor actor, String permission) {
        return people.findById(new PersonId(id))
                .filter(it -> territories.covers(
                        actor.scopeOf(permission),
                        Optional.ofNullable(it.contact().territory())))
                .map(this::page);
    }

    /** Where a merged record leads. */
    Optional<UUID> mergedInto(UUID id) {
        return people.findById(new PersonId(id)).map(Person::mergedInto).map(PersonId::value);
    }

    private PersonPage page(Person person) {
        var id = person.id();
        var today = LocalDate.now(clock);
        var work = artisans.findById(id).map(it -> work(it, today)).orElse(null);
        var consents = consents(id);
        return new PersonPage(
                id,
                person.number(),
                person.version(),
                person.details(),
                person.photo(),
                person.demonstration(),
                person.registeredAt(),
                places(person, today),
                work,
                roles(id),
                memberships(id),
                honours.of(id),
                consents,
                Warnings.about(person, work, consents, today));
    }

    private List<LocalName> places(Person person, LocalDate today) {
        var place = person.contact().territory();
        if (place == null) {
            return List.of();
        }
        var names = new ArrayList<LocalName>();
        names.add(territories.nameOf(place));
        territories.above(place, today.getYear()).stream()
                .filter(it -> !it.value().equals("MA"))
                .map(territories::nameOf)
                .forEach(names::add);
        return names;
    }

    private CraftWork work(Artisan artisan, LocalDate today) {
        var lines = artisan.details().crafts().stream()
                .map(it -> new CraftLine(
                        it.craft().value(),
                        crafts.nameOf(it.craft()),
                        crafts.find(it.craft()).map(Crafts.Craft::icon).orElse("hammer"),
                        it.since()))
                .toList();
        var proof = artisan.details().registration().proof();
        return new CraftWork(
                artisan.details(),
                lines,
                artisan.since(),
                rules.openTo(artisan.since(), proof, today.getYear()),
                artisan.version());
    }

    private List<Role> roles(PersonId id) {
        return database.sql("""
                        select r.id, r.role, r.craft_code, r.organisation_id, r.tutor_id, r.post, r.started_on, r.ended_on, r.note,
                            o.name_ar, o.name_latin, o.name_en, btrim(t.given_name_ar || ' ' || t.family_name_ar) as tutor_ar,
                            btrim(t.given_name_latin || ' ' || t.family_name_latin) as tutor_latin
                        from registry.person_role r
                        left join registry.organisation o on o.id = r.organisation_id
                        left join registry.person t on t.id = r.tutor_id
                        where r.person_id = :id order by r.ended_on desc nulls first, r.started_on desc, r.id
                        """)
                .param("id", id.value())
                .query((row, number) -> new Role(
                        row.getObject("id", UUID.class),
                        RoleKind.valueOf(row.getString("role")),
                        craft(row.getString("craft_code")),
                        row.getObject("organisation_id", UUID.class),
                        name(row, "name_ar", "name_latin", "name_en"),
                        row.getObject("tutor_id", UUID.class),
                        name(row, "tutor_ar", "tutor_latin", "tutor_latin"),
                        row.getString("post"),
                        row.getObject("started_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class),
                        row.getString("note")))
                .list();
    }

    private @Nullable LocalName craft(@Nullable String code) {
        return code == null ? null : crafts.nameOf(new CraftCode(code));
    }

    private List<Membership> memberships(PersonId id) {
        return database.sql("""
                        select m.organisation_id, o.name_ar, o.name_latin, o.name_en, m.role, m.joined_on, m.left_on, o.demonstration
                        from registry.membership m join registry.organisation o on o.id = m.organisation_id
                        where m.person_id = :id order by m.left_on desc nulls first, m.joined_on desc
                        """)
                .param("id", id.value())
                .query((row, number) -> new Membership(
                        row.getObject("organisation_id", UUID.class),
                        name(row, "name_ar", "name_latin", "name_en"),
                        row.getString("role"),
                        row.getObject("joined_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class),
                        row.getBoolean("demonstration")))
                .list();
    }

    private List<Consent> consents(PersonId id) {
        return database.sql("""
                        select purpose, given, happened_at, manner,
                            row_number() over (partition by purpose order by id desc) = 1 as holds
                        from registry.consent_entry where person_id = :id order by id desc
                        """)
                .param("id", id.value())
                .query((row, number) -> new Consent(
                        row.getString("purpose"),
                        row.getBoolean("given"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getString("manner"),
                        row.getBoolean("holds")))
                .list();
    }

    private static LocalName name(ResultSet row, String arabic, String french, String english) throws SQLException {
        return new LocalName(
                Objects.requireNonNullElse(row.getString(arabic), ""),
                Objects.requireNonNullElse(row.getString(french), ""),
                Objects.requireNonNullElse(row.getString(english), ""));
    }
}
