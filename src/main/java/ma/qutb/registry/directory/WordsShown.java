package ma.qutb.registry.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.naming.Folding;
import ma.qutb.registry.naming.Skeleton;
import ma.qutb.registry.naming.TypedName;
import ma.qutb.registry.naming.TypedName.TypedWord;
import org.springframework.stereotype.Component;

/**
 * Words of a name, a craft or a place, in Arabic or Latin letters, as they begin or as they sound. The listing knows only what is
 * shown, so a search tells nothing about what somebody keeps to themselves.
 */
@Component
class WordsShown {

    /** Looked for where nothing can be found. */
    private static final String NOBODY = "'-'";

    /** One consonant alone sounds like half the region, and two begin a tenth of all names. */
    private static final int SHORTEST_SOUND = 2;

    private final Crafts crafts;
    private final Territories territories;
    private final Clock clock;
    private final Cache<LocalName, Heard> heard =
            Caffeine.newBuilder().maximumSize(2_000).build();

    WordsShown(Crafts crafts, Territories territories, Clock clock) {
        this.crafts = crafts;
        this.territories = territories;
        this.clock = clock;
    }

    /**
     * What was typed, as two texts of a tsquery.
     *
     * @param wanted whoever has all the words, by letter, sound, craft or place
     * @param letters whoever has the letters of all the words in the name
     */
    record Looked(String wanted, String letters) {}

    Looked looking(String typed) {
        var words = TypedName.of(typed).words();
        return words.isEmpty()
                ? new Looked(NOBODY, NOBODY)
                : new Looked(
                        all(words.stream()
                                .map(it -> any(Stream.of(Stream.of(letters(it)), sounds(it), crafts(it), places(it))
                                        .flatMap(ways -> ways)))),
                        all(words.stream().map(WordsShown::letters)));
    }

    private static String letters(TypedWord word) {
        return quoted("=" + word.folded()) + (word.unfinished() ? ":*" : "");
    }

    private static Stream<String> sounds(TypedWord word) {
        return Stream.concat(
                word.skeletons().stream()
                        .filter(it -> it.length() >= SHORTEST_SOUND)
                        .map(WordsShown::quoted),
                word.beginnings().stream()
                        .filter(it -> it.length() > SHORTEST_SOUND)
                        .map(it -> quoted(it) + ":*"));
    }

    private Stream<String> crafts(TypedWord word) {
        return crafts.all().stream()
                .filter(it -> heard(it.name()).fits(word))
                .flatMap(it -> crafts.within(it.code()).stream())
                .distinct()
                .map(it -> quoted("c:" + it));
    }

    private Stream<String> places(TypedWord word) {
        int year = LocalDate.now(clock).getYear();
        return territories.all().stream()
                .filter(it -> heard(it.name()).fits(word))
                .flatMap(it -> territories.within(it.code(), year).stream())
                .distinct()
                .map(it -> quoted("t:" + it));
    }

    private Heard heard(LocalName name) {
        return heard.get(name, Heard::of);
    }

    private static String any(Stream<String> ways) {
        return ways.collect(Collectors.joining(" | ", "(", ")"));
    }

    private static String all(Stream<String> words) {
        return words.collect(Collectors.joining(" & "));
    }

    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** What a craft or place is called, as it is written and as it sounds. */
    private record Heard(Set<String> words, Set<String> skeletons) {

        static Heard of(LocalName name) {
            var words = new HashSet<String>();
            var skeletons = new HashSet<String>();
            for (var said : List.of(name.arabic(), name.french(), name.english())) {
                words.addAll(Folding.words(said));
                Skeleton.of(said).forEach(skeletons::addAll);
            }
            return new Heard(words, skeletons);
        }

        boolean fits(TypedWord typed) {
            return words.stream().anyMatch(it -> it.startsWith(typed.folded()))
                    || typed.skeletons().stream()
                            .anyMatch(it -> it.length() >= SHORTEST_SOUND && skeletons.contains(it));
        }
    }
}
