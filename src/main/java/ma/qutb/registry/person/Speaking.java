package ma.qutb.registry.person;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** What a person speaks and how a message best reaches them. */
public record Speaking(Set<String> languages, @Nullable ReadingEase readingEase) {

    /** What is spoken in the region; their words are {@code registry.person.language.<code>}. */
    public static final List<String> KNOWN = List.of("ary", "mey", "shi", "ar", "fr", "en", "es");

    public Speaking {
        for (var language : languages) {
            if (!KNOWN.contains(language)) {
                throw new Refusal("registry.person.refusal.language", language);
            }
        }
        languages = new TreeSet<>(languages);
    }
}
