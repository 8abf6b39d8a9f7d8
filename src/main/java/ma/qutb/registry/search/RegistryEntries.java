package ma.qutb.registry.search;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.naming.FullName;
import ma.qutb.registry.search.SearchEntry.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the records of the registry as entries of the index. */
@Component
class RegistryEntries {

    private final JdbcClient database;
    private final Territories territories;
    private final Crafts crafts;
    private final Clock clock;

    RegistryEntries(JdbcClient database, Territories territories, Crafts crafts, Clock clock) {
        this.database = database;
        this.territories = territories;
        this.crafts = crafts;
        this.clock = clock;
    }

    /** Those of these people who still have a name. */
    List<SearchEntry> people(Collection<UUID> ids) {
        return database.sql("""
                        select p.id, p.given_name_ar, p.family_name_ar, p.given_name_latin, p.family_name_latin, p.birth_date, p.sex,
                            p.phone, encode(p.identity_hash, 'hex') as identity, p.number::text as number, a.register_number,
                            p.territory_code, p.demonstration, p.merged_into,
                            array(select c.craft_code from registry.artisan_craft c where c.person_id = p.id) as crafts
                        from registry.person p left join registry.artisan a on a.person_id = p.id
                        where p.id = any(:ids) and p.anonymised_at is null
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> person(row))
                .list();
    }

    List<SearchEntry> organisations(Collection<UUID> ids) {
        return database.sql("""
                        select o.id, o.name_ar, o.name_latin, o.name_en, coalesce(o.ice, o.number::text) as number, o.craft_register_number,
                            o.phone, o.territory_code, o.demonstration, o.merged_into,
                            array(select c.craft_code from registry.organisation_craft c where c.organisation_id = o.id) as crafts
                        from registry.organisation o where o.id = any(:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> organisation(row))
                .list();
    }

    /** All crafts and all places: a few hundred. */
    List<SearchEntry> craftsAndPlaces() {
        var entries = new ArrayList<SearchEntry>();
        var words = craftWords();
        for (var craft : crafts.all()) {
            var name = craft.name();
            var about = new ArrayList<>(words.getOrDefault(craft.code().value(), List.of()));
            about.add(name.english());
            entries.add(SearchEntry.coded(
                    Kind.CRAFT, craft.code().value(), name.arabic(), name.french(), List.of(), about));
        }
        for (var place : territories.all()) {
            var name = place.name();
            entries.add(SearchEntry.coded(
                    Kind.PLACE,
                    place.code().value(),
                    name.arabic(),
                    name.french(),
                    where(place.code().value()),
                    List.of(name.english())));
        }
        return entries;
    }

    /** What else people call each craft. */
    private Map<String, List<String>> craftWords() {
        Map<String, List<String>> words = new HashMap<>();
        database.sql("""
                        select code, unnest(synonyms_ar || synonyms_fr) as word from registry.craft
                        union select craft_code, word from registry.craft_word
                        """).query(row -> {
            words.computeIfAbsent(row.getString("code"), it -> new ArrayList<>())
                    .add(row.getString("word"));
        });
        return words;
    }

    private SearchEntry person(ResultSet row) throws SQLException {
        var practised = texts(row.getArray("crafts"));
        var place = row.getString("territory_code");
        return new SearchEntry(
                row.getObject("id", UUID.class),
                Kind.PERSON,
                new FullName(
                        filled(row.getString("given_name_ar")),
                        filled(row.getString("family_name_ar")),
                        filled(row.getString("given_name_latin")),
                        filled(row.getString("family_name_latin"))),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("phone"),
                row.getString("identity"),
                row.getString("number"),
                row.getString("register_number"),
                null,
                practised,
                where(place),
                about(practised, place),
                row.getBoolean("demonstration"),
                row.getObject("merged_into", UUID.class));
    }

    private SearchEntry organisation(ResultSet row) throws SQLException {
        var practised = texts(row.getArray("crafts"));
        var place = row.getString("territory_code");
        var about = new ArrayList<>(about(practised, place));
        about.add(row.getString("name_en"));
        return new SearchEntry(
                row.getObject("id", UUID.class),
                Kind.ORGANISATION,
                new FullName(filled(row.getString("name_ar")), null, filled(row.getString("name_latin")), null),
                null,
                null,
                row.getString("phone"),
                null,
                row.getString("number"),
                row.getString("craft_register_number"),
                null,
                practised,
                where(place),
                about,
                row.getBoolean("demonstration"),
                row.getObject("merged_into", UUID.class));
    }

    /** The place, then what it lies in this year: a scope over any of them finds the record. */
    private List<String> where(@Nullable String place) {
        if (place == null) {
            return List.of();
        }
        var code = new TerritoryCode(place);
        var year = LocalDate.now(clock).getYear();
        return Stream.concat(Stream.of(code), territories.above(code, year).stream())
                .map(TerritoryCode::value)
                .toList();
    }

    private List<String> about(Set<String> practised, @Nullable String place) {
        return Stream.concat(
                        practised.stream().map(craft -> crafts.nameOf(new CraftCode(craft))),
                        where(place).stream().limit(2).map(code -> territories.nameOf(new TerritoryCode(code))))
                .flatMap(RegistryEntries::written)
                .toList();
    }

    private static Stream<String> written(LocalName name) {
        return Stream.of(name.arabic(), name.french()).distinct();
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text;
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
