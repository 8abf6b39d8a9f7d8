package ma.qutb.registry.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.qutb.importing.ImportRow;
import ma.qutb.registry.naming.Folding;
import ma.qutb.registry.person.PersonName;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;

/**
 * Reads the name of a row. Lists put Arabic names under French headings and whole names into one column: the letters decide which name it
 * is, and a whole name is split with a warning.
 */
final class NameReading {

    static final List<String> COLUMNS = List.of("given_ar", "family_ar", "given_latin", "family_latin");

    private final ImportRow row;
    private final Map<String, String> parts = new HashMap<>();

    private NameReading(ImportRow row) {
        this.row = row;
    }

    /** Null when it is rejected. */
    static @Nullable PersonName of(ImportRow row) {
        var reading = new NameReading(row);
        COLUMNS.forEach(reading::part);
        reading.whole();
        reading.familyAlone("_ar");
        reading.familyAlone("_latin");
        return reading.name();
    }

    private void part(String column) {
        var text = row.text(column);
        if (text == null) {
            return;
        }
        var script = Folding.isArabic(text) ? "ar" : "latin";
        var place = column.substring(0, column.indexOf('_') + 1) + script;
        boolean free = place.equals(column) || row.text(place) == null;
        var wanted = free ? place : column;
        var read = row.read(column, it -> wanted.endsWith("_ar") ? Writing.arabicName(it) : Writing.latinName(it));
        if (read != null) {
            parts.put(wanted, read);
        }
    }

    private void whole() {
        var text = row.text("name");
        if (text == null) {
            return;
        }
        boolean arabic = Folding.isArabic(text);
        var script = arabic ? "_ar" : "_latin";
        var read = row.read("name", it -> arabic ? Writing.arabicName(it) : Writing.latinName(it));
        if (read == null) {
            return;
        }
        // Beside a column of its own for the one part, "name" means the other.
        if (has("family" + script)) {
            parts.putIfAbsent("given" + script, read);
        } else if (has("given" + script)) {
            parts.put("family" + script, read);
        } else {
            split("name", script, read);
        }
    }

    /** French lists have whole names under "nom". */
    private void familyAlone(String script) {
        var text = found("family" + script);
        if (!has("given" + script) && text.contains(" ")) {
            split("family" + script, script, text);
        }
    }

    private void split(String column, String script, String text) {
        var split = SplitName.of(text);
        parts.put("given" + script, split.given());
        parts.put("family" + script, split.family());
        if (!split.family().isEmpty()) {
            row.warn(column, "registry.import.warning.split", split.given(), split.family());
        }
    }

    private @Nullable PersonName name() {
        if (row.rejected()) {
            return null;
        }
        boolean whole = has("given_ar") && has("family_ar") || has("given_latin") && has("family_latin");
        if (!whole) {
            row.reject(row.text("name") != null ? "name" : "", "registry.person.refusal.half-a-name");
            return null;
        }
        return new PersonName(found("given_ar"), found("family_ar"), found("given_latin"), found("family_latin"));
    }

    private boolean has(String part) {
        return !found(part).isEmpty();
    }

    private String found(String part) {
        return parts.getOrDefault(part, "");
    }
}
