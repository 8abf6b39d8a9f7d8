package ma.qutb.registry.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import ma.qutb.kernel.Language;
import ma.qutb.registry.person.Speaking;
import ma.qutb.registry.writing.Worded;
import ma.qutb.shell.Texts;
import org.springframework.stereotype.Component;

/** The words for choices, as the bundles have them in every language: what Qutb itself says, and what else people write. */
@Component
class Vocabulary {

    private static final String PLACE = "registry.import.word.";

    private final Texts texts;

    Vocabulary(Texts texts) {
        this.texts = texts;
    }

    /** Words for the values of an enum; {@code kind} is its part of the key. */
    <E extends Enum<E> & Worded> Dictionary<E> of(String kind, E[] values) {
        return of(List.of(values), it -> it.messageKey(), it -> kind + "." + kebab(it));
    }

    Dictionary<String> languages() {
        return of(Speaking.KNOWN, it -> "registry.person.language." + it, it -> "language." + it);
    }

    Dictionary<Boolean> yesAndNo() {
        return of(List.of(true, false), it -> it ? "shell.yes" : "shell.no", it -> it ? "yes" : "no");
    }

    /** Other words of this key, all languages together. */
    List<String> words(String key) {
        var words = new ArrayList<String>();
        if (texts.has(PLACE + key)) {
            for (var language : Language.COMPLETE) {
                words.addAll(List.of(texts.say(language, PLACE + key).split("\\|")));
            }
        }
        return words;
    }

    private <T> Dictionary<T> of(List<T> values, Function<T, String> said, Function<T, String> written) {
        var dictionary = new Dictionary<T>(List.of());
        for (var value : values) {
            for (var language : Language.COMPLETE) {
                dictionary.add(texts.say(language, said.apply(value)), value);
            }
            words(written.apply(value)).forEach(word -> dictionary.add(word, value));
        }
        return dictionary;
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
