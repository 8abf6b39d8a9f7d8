package ma.qutb.registry.importing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The crafts a list means: by code, name or one of the words of the region, in any spelling, several in one cell. */
@Component
class CraftNames {

    private static final String APART = "[;،,/|+\n]";

    private final JdbcClient database;
    private final Crafts crafts;
    private volatile Known known = new Known(List.of(), new Dictionary<>(List.of()), new Dictionary<>(List.of()));

    /** Read anew when the reference data has been. */
    private record Known(List<Crafts.Craft> all, Dictionary<CraftCode> names, Dictionary<CraftCode> synonyms) {}

    CraftNames(JdbcClient database, Crafts crafts) {
        this.database = database;
        this.crafts = crafts;
    }

    /**
     * The crafts, in the order they are written.
     *
     * @throws Refusal when one is not known, or its name does not say which
     */
    List<CraftCode> read(String typed) {
        var found = find(typed);
        if (found.size() == 1) {
            return List.copyOf(found);
        }
        var several = new ArrayList<CraftCode>();
        for (var part : typed.split(APART)) {
            if (!part.isBlank()) {
                several.add(one(part.strip()));
            }
        }
        return several.stream().distinct().toList();
    }

    private CraftCode one(String typed) {
        var found = find(typed);
        if (found.isEmpty()) {
            throw new Refusal("registry.import.refusal.craft", typed);
        }
        if (found.size() > 1) {
            var names = found.stream()
                    .map(it -> crafts.nameOf(it).arabic() + " (" + it + ")")
                    .toList();
            throw new Refusal("registry.import.refusal.craft-which", typed, String.join("، ", names));
        }
        return found.iterator().next();
    }

    /** A word that a family shares with a craft of it means the craft. */
    private Set<CraftCode> find(String typed) {
        var dictionaries = dictionaries();
        var found = dictionaries.names().find(typed);
        if (found.isEmpty()) {
            found = dictionaries.synonyms().find(typed);
        }
        if (found.size() < 2) {
            return found;
        }
        var narrow = new LinkedHashSet<>(found);
        for (var craft : found) {
            crafts.find(craft).flatMap(Crafts.Craft::parent).ifPresent(narrow::remove);
        }
        return narrow;
    }

    private Known dictionaries() {
        var all = crafts.all();
        if (!all.equals(known.all())) {
            var names = new Dictionary<CraftCode>(List.of());
            var synonyms = new Dictionary<CraftCode>(List.of());
            database.sql("""
                            select code, array[code, name_ar, name_fr, name_en, name_es, name_zgh] as names,
                                synonyms_ar || synonyms_fr as synonyms
                            from registry.craft order by code
                            """).query(row -> {
                var code = new CraftCode(row.getString("code"));
                for (var name : (String[]) row.getArray("names").getArray()) {
                    names.add(name, code);
                }
                for (var name : (String[]) row.getArray("synonyms").getArray()) {
                    synonyms.add(name, code);
                }
            });
            known = new Known(all, names, synonyms);
        }
        return known;
    }
}
