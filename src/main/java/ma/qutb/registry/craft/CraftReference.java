package ma.qutb.registry.craft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads the crafts: the taxonomy names them all, the sources' own file adds what the publications say of some. What the
 * pole itself recorded about endangerment stays.
 */
@Component
public class CraftReference {

    private final JdbcClient database;
    private final CraftsInMemory crafts;

    CraftReference(JdbcClient database, CraftsInMemory crafts) {
        this.database = database;
        this.crafts = crafts;
    }

    /** Once what was loaded is committed: whoever asked meanwhile was told what stood there before. */
    public void forget() {
        crafts.forget();
    }

    /** From the project's own files. */
    @Transactional
    public void load() {
        load(ReferenceTable.read("crafts_taxonomy.csv"), ReferenceTable.read("crafts.csv"));
    }

    void load(ReferenceTable taxonomy, ReferenceTable sourced) {
        Map<String, ReferenceRow> said = new HashMap<>();
        sourced.rows().forEach(it -> said.put(it.text("code"), it));
        for (var row : parentsFirst(taxonomy.rows())) {
            save(row, said.remove(row.text("code")));
        }
        said.values().forEach(it -> {
            throw it.broken("code", "'" + it.text("code") + "' is not in crafts_taxonomy.csv");
        });
        crafts.forget();
    }

    private static List<ReferenceRow> parentsFirst(List<ReferenceRow> rows) {
        var waiting = new ArrayList<>(rows);
        var codes = new HashSet<String>();
        var sorted = new ArrayList<ReferenceRow>();
        while (!waiting.isEmpty()) {
            var ready = waiting.stream()
                    .filter(it -> it.orEmpty("parent_code").isEmpty() || codes.contains(it.text("parent_code")))
                    .toList();
            if (ready.isEmpty()) {
                var first = waiting.getFirst();
                throw first.broken("parent_code", "'" + first.text("parent_code") + "' is not a known code");
            }
            for (var row : ready) {
                if (!codes.add(row.text("code"))) {
                    throw row.broken("code", "'" + row.text("code") + "' stands twice");
                }
            }
            sorted.addAll(ready);
            waiting.removeAll(ready);
        }
        return sorted;
    }

    private void save(ReferenceRow row, @Nullable ReferenceRow said) {
        database.sql("""
                        insert into registry.craft (code, parent_code, class_code, name_ar, name_fr, name_en, name_es, name_zgh, materials,
                            synonyms_ar, synonyms_fr, icon, local_specific, origin, source, locator, says_ar, says_fr, says_en,
                            note_ar, note_fr, note_en)
                        values (:code, :parent_code, :class_code, :name_ar, :name_fr, :name_en, :name_es, :name_zgh, :materials,
                            :synonyms_ar, :synonyms_fr, :icon, :local_specific, :origin, :source, :locator, :says_ar, :says_fr, :says_en,
                            :note_ar, :note_fr, :note_en)
                        on conflict (code) do update set parent_code = excluded.parent_code, class_code = excluded.class_code,
                            name_ar = excluded.name_ar, name_fr = excluded.name_fr, name_en = excluded.name_en, name_es = excluded.name_es,
                            name_zgh = excluded.name_zgh, materials = excluded.materials, synonyms_ar = excluded.synonyms_ar,
                            synonyms_fr = excluded.synonyms_fr, icon = excluded.icon, local_specific = excluded.local_specific,
                            origin = excluded.origin, source = excluded.source, locator = excluded.locator, says_ar = excluded.says_ar,
                            says_fr = excluded.says_fr, says_en = excluded.says_en, note_ar = excluded.note_ar,
                            note_fr = excluded.note_fr, note_en = excluded.note_en
                        """)
                .param("code", row.text("code"))
                .param("parent_code", row.optional("parent_code"))
                .param("class_code", said == null ? null : said.optional("class_code"))
                .param("name_ar", row.text("name_ar"))
                .param("name_fr", row.text("name_fr"))
                .param("name_en", row.text("name_en"))
                .param("name_es", row.orEmpty("name_es"))
                .param("name_zgh", row.orEmpty("name_zgh"))
                .param("materials", row.list("materials").toArray(String[]::new))
                .param("synonyms_ar", row.list("synonyms_ar").toArray(String[]::new))
                .param("synonyms_fr", row.list("synonyms_fr").toArray(String[]::new))
                .param("icon", row.text("icon"))
                .param("local_specific", said != null && said.flag("local_specific"))
                .param("origin", row.text("origin"))
                .param("source", said == null ? null : said.optional("source"))
                .param("locator", said == null ? null : said.optional("locator"))
                .param("says_ar", said == null ? "" : said.orEmpty("says_ar"))
                .param("says_fr", said == null ? "" : said.orEmpty("says_fr"))
                .param("says_en", said == null ? "" : said.orEmpty("says_en"))
                .param("note_ar", said == null ? "" : said.orEmpty("caveat_ar"))
                .param("note_fr", said == null ? "" : said.orEmpty("caveat_fr"))
                .param("note_en", said == null ? "" : said.orEmpty("caveat_en"))
                .update();
    }
}
