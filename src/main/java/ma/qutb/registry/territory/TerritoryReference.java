package ma.qutb.registry.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads the places of the reference data; a second time changes nothing. */
@Component
public class TerritoryReference {

    private static final Set<String> TYPES = Set.of(
            "country",
            "zone",
            "region",
            "province",
            "prefecture",
            "cercle",
            "city",
            "town",
            "quarter",
            "rural_commune",
            "place",
            "douar",
            "foreign_place",
            "foreign_zone",
            "foreign_country");

    private record Parent(
            String code,
            String parent,
            @Nullable Integer from,
            @Nullable Integer to,
            ReferenceRow row) {}

    private final JdbcClient database;
    private final TerritoriesInMemory territories;

    TerritoryReference(JdbcClient database, TerritoriesInMemory territories) {
        this.database = database;
        this.territories = territories;
    }

    /** Once what was loaded is committed: whoever asked meanwhile was told what stood there before. */
    public void forget() {
        territories.forget();
    }

    /** From the project's own files. */
    @Transactional
    public void load() {
        load(
                ReferenceTable.read("territories.csv"),
                ReferenceTable.read("supplement/territories_supplement.csv"),
                ReferenceTable.read("supplement/territory_parents.csv"));
    }

    void load(ReferenceTable places, ReferenceTable supplement, ReferenceTable history) {
        var rows = new ArrayList<ReferenceRow>(places.rows());
        rows.addAll(supplement.rows());
        var codes = new HashSet<String>();
        for (var row : rows) {
            if (!codes.add(row.text("code"))) {
                throw row.broken("code", "'" + row.text("code") + "' stands twice");
            }
            save(row);
        }
        var parents = parents(rows, history.rows(), codes);
        removeAllBut(parents);
        parents.forEach(this::save);
        territories.forget();
    }

    /** The history file knows the years; where it is silent, a place always belonged where it belongs today. */
    private static List<Parent> parents(List<ReferenceRow> places, List<ReferenceRow> history, Set<String> codes) {
        var parents = new ArrayList<Parent>();
        for (var row : history) {
            var code = row.text("code");
            if (row.code("code", codes) == null || row.code("parent_code", codes) == null) {
                throw row.broken("parent_code", "is empty");
            }
            parents.add(new Parent(code, row.text("parent_code"), row.year("valid_from"), row.year("valid_to"), row));
        }
        Set<String> told = new HashSet<>(parents.stream().map(Parent::code).toList());
        for (var row : places) {
            var parent = row.code("parent_code", codes);
            if (parent != null && !told.contains(row.text("code"))) {
                parents.add(new Parent(row.text("code"), parent, null, null, row));
            }
        }
        checkYears(parents);
        return parents;
    }

    private static void checkYears(List<Parent> parents) {
        Map<String, List<Parent>> byCode = new HashMap<>();
        for (var parent : parents) {
            if (parent.from != null && parent.to != null && parent.from >= parent.to) {
                throw parent.row.broken("valid_to", "is not after valid_from");
            }
            var earlier = byCode.computeIfAbsent(parent.code, it -> new ArrayList<>());
            for (var other : earlier) {
                boolean apart = parent.to != null && other.from != null && parent.to <= other.from
                        || other.to != null && parent.from != null && other.to <= parent.from;
                if (!apart) {
                    throw parent.row.broken("valid_from", "overlaps line " + other.row.line());
                }
            }
            earlier.add(parent);
        }
    }

    private void save(ReferenceRow row) {
        var latitude = row.decimal("lat");
        var longitude = row.decimal("lon");
        if ((latitude == null) != (longitude == null)) {
            throw row.broken("lat", "and lon must both be given or both be empty");
        }
        boolean sourced = row.has("source");
        database.sql("""
                        insert into registry.territory (code, name_ar, name_fr, name_en, type, valid_from, valid_to, latitude, longitude,
                            origin, source, locator, says_ar, says_fr, says_en, note_ar, note_fr, note_en)
                        values (:code, :name_ar, :name_fr, :name_en, :type, :valid_from, :valid_to, :latitude, :longitude,
                            :origin, :source, :locator, :says_ar, :says_fr, :says_en, :note_ar, :note_fr, :note_en)
                        on conflict (code) do update set name_ar = excluded.name_ar, name_fr = excluded.name_fr, name_en = excluded.name_en,
                            type = excluded.type, valid_from = excluded.valid_from, valid_to = excluded.valid_to, latitude = excluded.latitude,
                            longitude = excluded.longitude, origin = excluded.origin, source = excluded.source, locator = excluded.locator,
                            says_ar = excluded.says_ar, says_fr = excluded.says_fr, says_en = excluded.says_en,
                            note_ar = excluded.note_ar, note_fr = excluded.note_fr, note_en = excluded.note_en
                        """)
                .param("code", row.text("code"))
                .param("name_ar", row.text("name_ar"))
                .param("name_fr", row.text("name_fr"))
                .param("name_en", row.text("name_en"))
                .param("type", row.oneOf("type", TYPES))
                .param("valid_from", row.year("valid_from"))
                .param("valid_to", row.year("valid_to"))
                .param("latitude", latitude)
                .param("longitude", longitude)
                .param("origin", sourced ? "source" : row.text("origin"))
                .param("source", sourced ? row.optional("source") : null)
                .param("locator", sourced ? row.optional("locator") : null)
                .param("says_ar", sourced ? row.orEmpty("says_ar") : "")
                .param("says_fr", sourced ? row.orEmpty("says_fr") : "")
                .param("says_en", sourced ? row.orEmpty("says_en") : "")
                .param("note_ar", row.orEmpty(sourced ? "caveat_ar" : "note_ar"))
                .param("note_fr", row.orEmpty(sourced ? "caveat_fr" : "note_fr"))
                .param("note_en", row.orEmpty(sourced ? "caveat_en" : "note_en"))
                .update();
    }

    private void removeAllBut(List<Parent> parents) {
        database
                .sql("select code, parent_code, valid_from, valid_to from registry.territory_parent")
                .query((row, number) -> List.of(
                        row.getString(1),
                        row.getString(2),
                        String.valueOf(row.getString(3)),
                        String.valueOf(row.getString(4))))
                .list()
                .stream()
                .filter(stored -> parents.stream()
                        .noneMatch(it -> stored.equals(
                                List.of(it.code, it.parent, String.valueOf(it.from), String.valueOf(it.to)))))
                .forEach(stored -> database.sql("""
                                delete from registry.territory_parent where code = :code and parent_code = :parent
                                and coalesce(valid_from::text, 'null') = :from and coalesce(valid_to::text, 'null') = :to
                                """)
                        .param("code", stored.get(0))
                        .param("parent", stored.get(1))
                        .param("from", stored.get(2))
                        .param("to", stored.get(3))
                        .update());
    }

    private void save(Parent parent) {
        boolean told = parent.row.has("note_ar");
        database.sql("""
                        insert into registry.territory_parent (code, parent_code, valid_from, valid_to, origin, note_ar, note_fr, note_en)
                        select :code, :parent, :from, :to, :origin, :note_ar, :note_fr, :note_en
                        where not exists (select 1 from registry.territory_parent where code = :code and parent_code = :parent
                            and valid_from is not distinct from :from and valid_to is not distinct from :to)
                        """)
                .param("code", parent.code)
                .param("parent", parent.parent)
                .param("from", parent.from, java.sql.Types.INTEGER)
                .param("to", parent.to, java.sql.Types.INTEGER)
                .param("origin", parent.row.has("origin") ? parent.row.text("origin") : "source")
                .param("note_ar", told ? parent.row.orEmpty("note_ar") : "")
                .param("note_fr", told ? parent.row.orEmpty("note_fr") : "")
                .param("note_en", told ? parent.row.orEmpty("note_en") : "")
                .update();
    }
}
