package ma.qutb.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Texts;
import org.springframework.stereotype.Component;

/** Finds which column of a kind each heading of a file means, in whichever language it is written. */
@Component
class Matching {

    private final Texts texts;

    Matching(Texts texts) {
        this.texts = texts;
    }

    /** For each heading the key of a column, or empty; no column is given twice. */
    List<String> match(ImportKind<?> kind, List<String> headings) {
        var names = names(kind);
        var taken = new ArrayList<String>();
        for (var heading : headings) {
            var key = names.getOrDefault(Headings.fold(heading), "");
            taken.add(taken.contains(key) ? "" : key);
        }
        return taken;
    }

    private Map<String, String> names(ImportKind<?> kind) {
        var names = new HashMap<String, String>();
        for (var column : kind.columns()) {
            var text = kind.texts() + ".column." + column.key();
            for (var language : Language.COMPLETE) {
                names.putIfAbsent(Headings.fold(texts.say(language, text)), column.key());
            }
        }
        for (var column : kind.columns()) {
            var text = kind.texts() + ".column." + column.key() + ".synonyms";
            names.putIfAbsent(Headings.fold(column.key()), column.key());
            if (texts.has(text)) {
                for (var language : Language.COMPLETE) {
                    for (var synonym : texts.say(language, text).split("\\|")) {
                        names.putIfAbsent(Headings.fold(synonym), column.key());
                    }
                }
            }
        }
        names.remove("");
        return names;
    }
}
