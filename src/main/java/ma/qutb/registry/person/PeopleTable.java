package ma.qutb.registry.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers other modules' questions about people. */
@Service
@Transactional(readOnly = true)
class PeopleTable implements People {

    private static final String SUMMARY = """
            select p.id, p.number, btrim(p.given_name_ar || ' ' || p.family_name_ar) as name_ar,
                btrim(p.given_name_latin || ' ' || p.family_name_latin) as name_latin, p.territory_code, p.photo, p.demonstration,
                exists (select 1 from registry.artisan a where a.person_id = p.id) as artisan
            from registry.person p
            """;

    private final JdbcClient database;

    PeopleTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Summary> find(PersonId person) {
        return Optional.ofNullable(find(List.of(person)).get(person));
    }

    @Override
    public Map<PersonId, Summary> find(Collection<PersonId> people) {
        Map<PersonId, Summary> found = new LinkedHashMap<>();
        database.sql(SUMMARY + "where p.id = any(:ids)")
                .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(PeopleTable::summary)
                .list()
                .forEach(it -> found.put(it.id(), it));
        return found;
    }

    @Override
    public Optional<Summary> byReference(String code) {
        return database.sql(SUMMARY + "where p.reference_code = :code")
                .param("code", code)
                .query(PeopleTable::summary)
                .optional();
    }

    @Override
    public Optional<Summary> byNumber(long number) {
        return database.sql(SUMMARY + "where p.number = :number and p.merged_into is null")
                .param("number", number)
                .query(PeopleTable::summary)
                .optional();
    }

    @Override
    public Optional<Practice> practice(PersonId person) {
        return database.sql("""
                        select s.*, a.register_status = 'SUSPENDED' as suspended,
                            array(select c.craft_code from registry.artisan_craft c where c.person_id = s.id) as crafts
                        from (%s where p.id = :id and p.merged_into is null) s join registry.artisan a on a.person_id = s.id
                        """.formatted(SUMMARY))
                .param("id", person.value())
                .query((row, number) -> new Practice(
                        summary(row, number),
                        Stream.of((String[]) row.getArray("crafts").getArray())
                                .map(CraftCode::new)
                                .collect(Collectors.toSet()),
                        row.getBoolean("suspended")))
                .optional();
    }

    @Override
    public OptionalInt ageOn(PersonId person, LocalDate day) {
        return database.sql("""
                        select extract(year from age(:day, case birth_precision
                                when 'YEAR' then make_date(extract(year from birth_date)::int, 12, 31) else birth_date end))::int as age
                          from registry.person where id = :id and birth_date is not null and merged_into is null
                        """)
                .param("id", person.value())
                .param("day", day)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private static Summary summary(ResultSet row, int number) throws SQLException {
        var latin = row.getString("name_latin");
        return new Summary(
                new PersonId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                new LocalName(row.getString("name_ar"), latin, latin),
                Optional.ofNullable(row.getString("territory_code")).map(TerritoryCode::new),
                Optional.ofNullable(row.getObject("photo", UUID.class)),
                row.getBoolean("artisan"),
                row.getBoolean("demonstration"));
    }
}
