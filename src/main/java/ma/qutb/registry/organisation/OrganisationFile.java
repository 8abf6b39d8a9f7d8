package ma.qutb.registry.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.honour.Honours;
import ma.qutb.registry.organisation.OrganisationPage.Belonging;
import ma.qutb.registry.organisation.OrganisationPage.Member;
import ma.qutb.registry.published.Said;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the file of one organisation for somebody who may see it. */
@Component
@Transactional(readOnly = true)
class OrganisationFile {

    private final OrganisationRecords organisations;
    private final FormationSteps steps;
    private final Territories territories;
    private final Crafts crafts;
    private final Honours honours;
    private final JdbcClient database;
    private final Clock clock;

    OrganisationFile(
            OrganisationRecords organisations,
            FormationSteps steps,
            Territories territories,
            Crafts crafts,
            Honours honours,
            JdbcClient database,
            Clock clock) {
        this.organisations = organisations;
        this.steps = steps;
        this.territories = territories;
        this.crafts = crafts;
        this.honours = honours;
        this.database = database;
        this.clock = clock;
    }

    /** Empty when it is not there, or lies outside the reader's scope: nobody can tell which. */
    Optional<OrganisationPage> open(UUID id, Actor actor, String permission) {
        return organisations
                .findById(new OrganisationId(id))
                .filter(it -> territories.covers(
                        actor.scopeOf(permission), Optional.ofNullable(it.seat().territory())))
                .map(it -> page(it, actor));
    }

    private OrganisationPage page(Organisation it, Actor actor) {
        return new OrganisationPage(
                it.id(),
                it.number(),
                it.version(),
                it.details(),
                it.photo(),
                it.demonstration(),
                it.collective(),
                it.registeredAt(),
                places(it),
                it.details().crafts().stream().sorted().map(crafts::nameOf).toList(),
                members(it.id(), actor.may(Code.SEE_PEOPLE)),
                belongings(it.id()),
                honours.of(it.id()),
                it.legalForm() == LegalForm.COOPERATIVE ? steps.of(it.id()) : null,
                said(it.id()));
    }

    private Said said(OrganisationId id) {
        return database.sql("select * from registry.organisation where id = :id")
                .param("id", id.value())
                .query((row, number) -> Said.of(row))
                .single();
    }

    private List<LocalName> places(Organisation it) {
        var names = new ArrayList<LocalName>();
        var place = it.seat().territory();
        if (place != null) {
            names.add(territories.nameOf(place));
            territories.above(place, LocalDate.now(clock).getYear()).stream()
                    .filter(above -> !above.value().equals("MA"))
                    .map(territories::nameOf)
                    .forEach(names::add);
        }
        return names;
    }

    private List<Member> members(OrganisationId id, boolean phones) {
        return database.sql("""
                        select m.id, m.person_id, m.member_id, m.role, m.joined_on, m.left_on, m.shares, coalesce(p.phone, o.phone) as phone,
                            coalesce(btrim(p.given_name_ar || ' ' || p.family_name_ar), o.name_ar) as name_ar,
                            coalesce(btrim(p.given_name_latin || ' ' || p.family_name_latin), o.name_latin) as name_latin,
                            coalesce(p.demonstration, o.demonstration) as demonstration
                        from registry.membership m
                        left join registry.person p on p.id = m.person_id
                        left join registry.organisation o on o.id = m.member_id
                        where m.organisation_id = :id
                        order by array_position(array['PRESIDENT', 'VICE_PRESIDENT', 'SECRETARY', 'TREASURER', 'ADVISER', 'MANAGER', 'MEMBER',
                            'EMPLOYEE'], m.role), coalesce(p.sort_name_ar, o.sort_name_ar) collate "ar-x-icu"
                        """)
                .param("id", id.value())
                .query((row, number) -> new Member(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("member_id", UUID.class),
                        new LocalName(
                                row.getString("name_ar"), row.getString("name_latin"), row.getString("name_latin")),
                        MemberRole.valueOf(row.getString("role")),
                        row.getObject("joined_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class),
                        row.getObject("shares", Integer.class),
                        phones ? row.getString("phone") : null,
                        row.getBoolean("demonstration")))
                .list();
    }

    private List<Belonging> belongings(OrganisationId id) {
        return database.sql("""
                        select o.id, o.name_ar, o.name_latin, o.name_en, m.joined_on, m.left_on, o.demonstration
                        from registry.membership m join registry.organisation o on o.id = m.organisation_id
                        where m.member_id = :id order by m.left_on desc nulls first, m.joined_on
                        """)
                .param("id", id.value())
                .query((row, number) -> new Belonging(
                        row.getObject("id", UUID.class),
                        new LocalName(row.getString("name_ar"), row.getString("name_latin"), row.getString("name_en")),
                        row.getObject("joined_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class),
                        row.getBoolean("demonstration")))
                .list();
    }
}
