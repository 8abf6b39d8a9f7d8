package ma.qutb.market.finding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import ma.qutb.market.Wording;
import ma.qutb.market.taxonomy.Heard;
import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.naming.Folding;
import ma.qutb.registry.naming.Skeleton;
import org.springframework.stereotype.Component;

/**
 * Understands what is typed: a word in Arabic or Latin letters, as it is written or as it sounds, finds what carries it and what has
 * another name for the same thing (دملج finds bracelets).
 */
@Component
class Looking {

    /** Words that only join others; they stand in no product. */
    private static final Set<String> JOINTS = Set.of(
            "من", "في", "و", "ال", "de", "du", "des", "d", "la", "le", "les", "l", "en", "et", "a", "of", "the", "and",
            "in", "with", "y", "el", "los", "las", "con");

    /** A sound of fewer consonants is like half of the words there are. */
    private static final int SHORTEST_SOUND = 3;

    private static final String NOTHING = "'-'";

    private final Taxonomy taxonomy;
    private final Crafts crafts;
    private final Cache<String, Set<String>> sounds =
            Caffeine.newBuilder().maximumSize(5_000).build();
    /** The names of the trade and of makers, folded once: each search goes through all of them. */
    private final Cache<String, List<String>> folded =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private final Cache<String, Set<String>> heard =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Looking(Taxonomy taxonomy, Crafts crafts) {
        this.taxonomy = taxonomy;
        this.crafts = crafts;
    }

    /**
     * @param wanted text of a tsquery on the folded words
     * @param also what was looked for besides, in the reader's language and letters, at most four
     */
    record Looked(String wanted, List<String> also) {}

    private record Known(Wording name, String synonyms) {

        Stream<String> said() {
            return Stream.concat(
                    Stream.of(Language.values()).map(name::own).filter(it -> !it.isBlank()),
                    Stream.of(synonyms.split(";")).map(String::strip).filter(it -> !it.isEmpty()));
        }
    }

    /** Reads what was typed, for a reader of this language. */
    Looked read(String typed, Language language) {
        var words = words(typed).stream().filter(it -> !JOINTS.contains(it)).toList();
        if (words.isEmpty()) {
            return new Looked(NOTHING, List.of());
        }
        var also = new LinkedHashSet<String>();
        var wanted = new ArrayList<String>();
        for (var word : words) {
            var known = meant(word);
            // What no word of the trade means may be somebody's name or a place, spelled otherwise.
            var heard = known.isEmpty() ? heard(word).stream().map(Looking::quoted) : Stream.<String>empty();
            wanted.add(any(
                    Stream.of(letters(word), known.stream().map(this::all).filter(it -> !it.isEmpty()), heard)
                            .flatMap(it -> it)));
            // Of a word that means many things the other names would only confuse.
            if (known.size() <= 3) {
                known.forEach(it -> also.addAll(others(it, word, language)));
            }
        }
        return new Looked(String.join(" & ", wanted), also.stream().limit(4).toList());
    }

    /** Whether this is what something is called that was typed, as it is written or as it sounds. */
    boolean says(String typed, LocalName name) {
        var said = Stream.of(name.arabic(), name.french(), name.english())
                .flatMap(it -> words(it).stream())
                .collect(Collectors.toSet());
        return words(typed).stream()
                .filter(it -> it.length() > 1 && !JOINTS.contains(it))
                .anyMatch(word -> said.stream().anyMatch(it -> same(it, word) || alike(it, word)));
    }

    private boolean alike(String one, String other) {
        var sounds = heard(one);
        return heard(other).stream().anyMatch(sounds::contains);
    }

    private Set<String> heard(String word) {
        return Objects.requireNonNull(heard.get(word, it -> Heard.of(it).collect(Collectors.toSet())));
    }

    private List<String> words(String text) {
        return Objects.requireNonNull(folded.get(text, Folding::words));
    }

    /** What has this name, and all articles of a craft that has it. */
    private List<Known> meant(String word) {
        var terms = Stream.concat(
                taxonomy.articles().stream().map(it -> new Known(it.name(), it.synonyms())),
                Stream.of(Taxonomy.Words.values())
                        .flatMap(it -> taxonomy.all(it).stream())
                        .map(it -> new Known(it.name(), it.synonyms())));
        var written = terms.filter(it -> it.said().anyMatch(said -> isWritten(said, word)))
                .toList();
        if (!written.isEmpty()) {
            return written;
        }
        var sound = skeletons(word);
        var sounding = taxonomy.articles().stream()
                .map(it -> new Known(it.name(), it.synonyms()))
                .filter(it ->
                        it.said().anyMatch(said -> skeletons(said).stream().anyMatch(sound::contains)))
                .toList();
        return sounding.isEmpty() ? ofCraft(word) : sounding;
    }

    private List<Known> ofCraft(String word) {
        var meant = crafts.all().stream()
                .filter(it -> Stream.of(
                                it.name().arabic(),
                                it.name().french(),
                                it.name().english())
                        .flatMap(name -> words(name).stream())
                        .anyMatch(said -> same(said, word)))
                .map(Crafts.Craft::code)
                .collect(Collectors.toSet());
        return taxonomy.articles().stream()
                .filter(it -> meant.contains(it.craft()) || meant.contains(it.family()))
                .map(it -> new Known(it.name(), it.synonyms()))
                .toList();
    }

    private boolean isWritten(String said, String word) {
        var words = words(said);
        return words.size() == 1 && same(words.getFirst(), word);
    }

    /** With and without the Arabic article and the plural's s. */
    private static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String word) {
        if (word.startsWith("ال") && word.length() > 4) {
            return word.substring(2);
        }
        return word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
    }

    private Set<String> skeletons(String said) {
        return Objects.requireNonNull(sounds.get(
                said,
                it -> Skeleton.of(it).size() != 1
                        ? Set.of()
                        : Skeleton.of(it).getFirst().stream()
                                .filter(sound -> sound.length() >= SHORTEST_SOUND)
                                .collect(Collectors.toCollection(HashSet::new))));
    }

    /** The other names of the same thing in the letters of this reader, without the word that was typed. */
    private Collection<String> others(Known known, String word, Language language) {
        var own = known.name.own(language);
        return Stream.concat(Stream.of(own), known.said())
                .filter(it -> !it.isBlank() && Folding.isArabic(it) == language.rightToLeft())
                .filter(it -> words(it).stream().noneMatch(each -> same(each, word)))
                .distinct()
                .limit(3)
                .toList();
    }

    /** As it begins, with or without the Arabic article. */
    private static Stream<String> letters(String word) {
        var bare = bare(word);
        return Folding.isArabic(word)
                ? Stream.of(quoted(bare) + ":*", quoted("ال" + bare) + ":*")
                : Stream.of(quoted(bare) + ":*");
    }

    private String all(Known known) {
        var first = Stream.of(Language.values())
                .map(known.name::own)
                .filter(it -> !it.isBlank())
                .findFirst()
                .orElse("");
        return words(first).stream()
                .map(Looking::quoted)
                .collect(Collectors.joining(" & ", "(", ")"))
                .replace("()", "");
    }

    private static String any(Stream<String> ways) {
        return ways.distinct().collect(Collectors.joining(" | ", "(", ")"));
    }

    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
