package ma.qutb.programmes.reference;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.programmes.fact.FactTable;
import ma.qutb.programmes.fact.FactTables;
import ma.qutb.programmes.fact.Places;
import ma.qutb.shell.Texts;

/** What the cells of the files may name: codes of other rows, publications, places, crafts, words of the bundles. */
final class Known {

    /** The row that first speaks of a subject. */
    record Subject(String code, FactTable table, ReferenceRow row) {}

    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Set<String> publications = new HashSet<>();
    private final Places places;
    private final Texts texts;

    Known(ReferenceTexts files, Places places, Texts texts) {
        this.places = places;
        this.texts = texts;
        for (var table : FactTables.ALL) {
            for (var row : files.table(table).rows()) {
                table.subjectColumn().map(row::text).ifPresent(code -> remember(code, table, row));
                if (table.name().equals("sources")) {
                    publications.add(row.text("source"));
                }
            }
        }
    }

    private void remember(String code, FactTable table, ReferenceRow row) {
        var other = subjects.putIfAbsent(code, new Subject(code, table, row));
        if (other != null && other.table() != table) {
            throw row.broken(
                    table.subjectColumn().orElseThrow(),
                    "'" + code + "' also stands in " + other.table().file());
        }
    }

    Map<String, Subject> subjects() {
        return subjects;
    }

    Optional<Subject> subject(String code) {
        return Optional.ofNullable(subjects.get(code));
    }

    boolean source(String source) {
        return publications.contains(source);
    }

    boolean craft(String code) {
        return places.craftExists(code);
    }

    boolean place(String code) {
        return places.exists(code);
    }

    /** Whether the pages have words for it. */
    boolean word(String word) {
        return texts.has("programmes.word." + word);
    }
}
