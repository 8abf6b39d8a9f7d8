package ma.qutb.registry.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers other modules' questions about organisations. */
@Service
@Transactional(readOnly = true)
class OrganisationsTable implements Organisations {

    private static final String SUMMARY = """
            select id, name_ar, name_latin, name_en, legal_form, territory_code, demonstration from registry.organisation
            """;

    private final JdbcClient database;

    OrganisationsTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Summary> find(OrganisationId organisation) {
        return Optional.ofNullable(find(List.of(organisation)).get(organisation));
    }

    @Override
    public Map<OrganisationId, Summary> find(Collection<OrganisationId> organisations) {
        Map<OrganisationId, Summary> found = new LinkedHashMap<>();
        database.sql(SUMMARY + "where id = any(:ids)")
                .param("ids", organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query(OrganisationsTable::summary)
                .list()
                .forEach(it -> found.put(it.id(), it));
        return found;
    }

    @Override
    public Optional<Summary> byReference(String code) {
        return database.sql(SUMMARY + "where reference_code = :code")
                .param("code", code)
                .query(OrganisationsTable::summary)
                .optional();
    }

    @Override
    public Optional<Standing> standing(OrganisationId organisation, LocalDate day) {
        return database.sql("""
                        select o.*,
                            array(select craft_code from registry.organisation_craft where organisation_id = o.id) as crafts,
                            (select count(distinct m.person_id) from registry.membership m where %1$s) as members,
                            (select count(distinct m.person_id) from registry.membership m
                                join registry.person p on p.id = m.person_id and p.sex = 'FEMALE' where %1$s) as women
                          from registry.organisation o where o.id = :id and o.merged_into is null
                        """.formatted("""
                        m.organisation_id = o.id and m.role <> 'EMPLOYEE' and daterange(m.joined_on, m.left_on) @> :day
                        """))
                .param("id", organisation.value())
                .param("day", day)
                .query((row, number) -> new Standing(
                        summary(row, number),
                        row.getString("status").equals("ACTIVE"),
                        Stream.of((String[]) row.getArray("crafts").getArray())
                                .map(CraftCode::new)
                                .collect(Collectors.toSet()),
                        row.getInt("members"),
                        row.getInt("women")))
                .optional();
    }

    @Override
    public List<Summary> ledBy(PersonId person, LocalDate day) {
        return database.sql(SUMMARY + """
                        where status = 'ACTIVE' and merged_into is null and legal_form in ('COOPERATIVE', 'ENTERPRISE')
                            and exists (select from registry.membership m where m.organisation_id = organisation.id and m.person_id = :person
                                    and m.role in ('PRESIDENT', 'MANAGER') and daterange(m.joined_on, m.left_on) @> :day)
                        order by sort_name_ar, id
                        """)
                .param("person", person.value())
                .param("day", day)
                .query(OrganisationsTable::summary)
                .list();
    }

    @Override
    public Optional<LocalDate> dissolved(OrganisationId organisation) {
        return database.sql("select dissolved_on from registry.organisation where id = :id and status = 'DISSOLVED'")
                .param("id", organisation.value())
                .query(LocalDate.class)
                .optional();
    }

    private static Summary summary(ResultSet row, int number) throws SQLException {
        var latin = row.getString("name_latin");
        var english = row.getString("name_en");
        return new Summary(
                new OrganisationId(row.getObject("id", UUID.class)),
                new LocalName(row.getString("name_ar"), latin, english.isEmpty() ? latin : english),
                row.getString("legal_form"),
                Optional.ofNullable(row.getString("territory_code")).map(TerritoryCode::new),
                row.getBoolean("demonstration"));
    }
}
