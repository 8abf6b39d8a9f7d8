package ma.qutb.registry.person;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Ids;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads the artisans and experts the publications name: real people, so nothing is added to what is said of them. Officials
 * and authors are no parties of the pole; they stay with the facts. What a registrar has corrected since stays.
 */
@Component
public class PersonReference {

    private static final Set<String> KEPT = Set.of("artisan", "expert");
    private static final Set<String> CATEGORIES = Set.of("artisan", "expert", "official", "author", "head_of_state");

    private final JdbcClient database;
    private final Territories territories;
    private final Crafts crafts;
    private final Clock clock;

    PersonReference(JdbcClient database, Territories territories, Crafts crafts, Clock clock) {
        this.database = database;
        this.territories = territories;
        this.crafts = crafts;
        this.clock = clock;
    }

    /** From the project's own files. */
    @Transactional
    public void load() {
        load(ReferenceTable.read("people.csv"), ReferenceTable.read("supplement/people_names.csv"));
    }

    void load(ReferenceTable people, ReferenceTable names) {
        Map<String, ReferenceRow> parts = new HashMap<>();
        names.rows().forEach(it -> parts.put(it.text("code"), it));
        var places = territories.all().stream().map(it -> it.code().value()).collect(Collectors.toUnmodifiableSet());
        for (var row : people.rows()) {
            if (KEPT.contains(row.oneOf("category", CATEGORIES))) {
                var name = parts.get(row.text("code"));
                if (name == null) {
                    throw row.broken("code", "'" + row.text("code") + "' is not in supplement/people_names.csv");
                }
                save(row, name, places);
            }
        }
    }

    private void save(ReferenceRow row, ReferenceRow name, Set<String> places) {
        int added = database.sql("""
                        insert into registry.person (id, given_name_ar, family_name_ar, given_name_latin, family_name_latin, sex,
                            territory_code, reference_code, source, locator, registered_at, version)
                        values (:id, :given_ar, :family_ar, :given_latin, :family_latin, :sex, :place, :code, :source, :locator, :now, 1)
                        on conflict (reference_code) do nothing
                        """)
                .param("id", Ids.next())
                .param("given_ar", arabicOrNothing(row, name, "given_ar"))
                .param("family_ar", arabicOrNothing(row, name, "family_ar"))
                .param("given_latin", name.orEmpty("given_latin"))
                .param("family_latin", name.orEmpty("family_latin"))
                .param("sex", name.oneOf("sex", Set.of("FEMALE", "MALE")))
                .param("place", row.code("territory_code", places))
                .param("code", row.text("code"))
                .param("source", row.optional("source"))
                .param("locator", row.optional("locator"))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) {
            var id = database.sql("select id from registry.person where reference_code = :code")
                    .param("code", row.text("code"))
                    .query(UUID.class)
                    .single();
            artisan(id, name);
        }
    }

    /** A name known in Latin letters only stands whole in the Arabic file; its parts are then not told. */
    private static String arabicOrNothing(ReferenceRow row, ReferenceRow name, String column) {
        boolean untold =
                name.orEmpty("given_ar").isEmpty() && name.orEmpty("family_ar").isEmpty();
        return untold && column.equals("given_ar") ? row.orEmpty("name_ar") : name.orEmpty(column);
    }

    private void artisan(UUID id, ReferenceRow name) {
        if (name.orEmpty("category").isEmpty()) {
            return;
        }
        database.sql("""
                        insert into registry.artisan (person_id, category, register_status, health_cover, version)
                        values (:id, :category, 'NOT_YET', 'UNKNOWN', 1)
                        """)
                .param("id", id)
                .param("category", name.oneOf("category", Set.of("ARTISAN", "MAALEM")))
                .update();
        var known = crafts.all().stream().map(it -> it.code().value()).collect(Collectors.toUnmodifiableSet());
        var practised = name.list("crafts");
        for (int i = 0; i < practised.size(); i++) {
            if (!known.contains(practised.get(i))) {
                throw name.broken("crafts", "'" + practised.get(i) + "' is not a known code");
            }
            database.sql(
                            "insert into registry.artisan_craft (person_id, position, craft_code) values (:id, :position, :craft)")
                    .param("id", id)
                    .param("position", i)
                    .param("craft", practised.get(i))
                    .update();
        }
    }
}
