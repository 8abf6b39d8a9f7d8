package ma.qutb.registry.duplicates;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.duplicates.SuspectedPair.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads suspected pairs for somebody who may see both records. */
@Component
class SuspectedPairs {

    static final int PAGE = 20;

    private static final String SIDE = """
            p.id as %1$s_id, p.number as %1$s_number, btrim(p.given_name_ar || ' ' || p.family_name_ar) as %1$s_name_ar,
            btrim(p.given_name_latin || ' ' || p.family_name_latin) as %1$s_name_latin,
            coalesce(nullif(p.father_name_ar, ''), p.father_name_latin) as %1$s_father, p.sex as %1$s_sex,
            p.birth_date as %1$s_birth, p.birth_precision = 'YEAR' as %1$s_year_only, p.identity_mask as %1$s_identity,
            p.phone as %1$s_phone, p.territory_code as %1$s_place, p.landmark as %1$s_landmark,
            p.registered_at::date as %1$s_registered, p.demonstration as %1$s_demonstration, p.merged_into as %1$s_merged_into,
            (select a.register_number from registry.artisan a where a.person_id = p.id) as %1$s_register_number,
            array(select c.craft_code from registry.artisan_craft c where c.person_id = p.id order by c.position) as %1$s_crafts
            """;

    private static final String PAIRS = "select d.id, d.state, d.score, d.reasons, "
            + SIDE.formatted("one") + ", " + SIDE.formatted("other").replace("p.", "q.") + """
            from registry.suspected_duplicate d
            join registry.person p on p.id = d.one_id
            join registry.person q on q.id = d.other_id
            where (cast(:places as text[]) is null
                or p.territory_code = any (cast(:places as text[])) and q.territory_code = any (cast(:places as text[])))
            """;

    private final JdbcClient database;
    private final Territories territories;
    private final Crafts crafts;

    SuspectedPairs(JdbcClient database, Territories territories, Crafts crafts) {
        this.database = database;
        this.territories = territories;
        this.crafts = crafts;
    }

    List<SuspectedPair> of(State state, Scope scope, int page) {
        return database.sql(PAIRS + " and d.state = :state order by d.score desc, d.id limit :most offset :skipped")
                .param("places", places(scope))
                .param("state", state.name())
                .param("most", PAGE)
                .param("skipped", (page - 1) * PAGE)
                .query((row, number) -> pair(row))
                .list();
    }

    int count(State state, Scope scope) {
        return database.sql("select count(*) from (" + PAIRS + " and d.state = :state) as pairs")
                .param("places", places(scope))
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    Optional<SuspectedPair> find(UUID id, Scope scope) {
        return database.sql(PAIRS + " and d.id = :id")
                .param("places", places(scope))
                .param("id", id)
                .query((row, number) -> pair(row))
                .optional();
    }

    private String @Nullable [] places(Scope scope) {
        return territories
                .covered(scope)
                .map(codes -> codes.stream().map(TerritoryCode::value).toArray(String[]::new))
                .orElse(null);
    }

    private SuspectedPair pair(ResultSet row) throws SQLException {
        return new SuspectedPair(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getDouble("score"),
                List.of(texts(row.getArray("reasons"))),
                side(row, "one_"),
                side(row, "other_"));
    }

    private Side side(ResultSet row, String which) throws SQLException {
        var place = row.getString(which + "place");
        var latin = row.getString(which + "name_latin");
        return new Side(
                row.getObject(which + "id", UUID.class),
                row.getLong(which + "number"),
                new LocalName(row.getString(which + "name_ar"), latin, latin),
                filled(row.getString(which + "father")),
                row.getString(which + "sex"),
                row.getObject(which + "birth", LocalDate.class),
                row.getBoolean(which + "year_only"),
                row.getString(which + "identity"),
                row.getString(which + "phone"),
                place == null ? null : territories.nameOf(new TerritoryCode(place)),
                filled(row.getString(which + "landmark")),
                Stream.of(texts(row.getArray(which + "crafts")))
                        .map(craft -> crafts.nameOf(new CraftCode(craft)))
                        .toList(),
                row.getString(which + "register_number"),
                row.getObject(which + "registered", LocalDate.class),
                row.getBoolean(which + "demonstration"),
                row.getObject(which + "merged_into", UUID.class));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
