package ma.qutb.registry.search;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.registry.naming.FullName;
import ma.qutb.registry.naming.Skeleton;
import ma.qutb.registry.naming.TypedName;
import ma.qutb.registry.naming.TypedName.TypedWord;
import ma.qutb.registry.search.SearchEntry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The forms under which an entry is found.
 *
 * @param givenLetters folded, given name first
 * @param familyLetters folded, family name first
 * @param givenSounds skeletons, given name first
 * @param familySounds skeletons, family name first
 * @param lexemes the words column, as text of a tsvector
 * @param blocks hashes of what two records of one person usually share
 */
record IndexedForms(
        String givenLetters,
        String familyLetters,
        String givenSounds,
        String familySounds,
        String lexemes,
        List<Long> blocks) {

    static IndexedForms of(SearchEntry entry) {
        var name = entry.name();
        var initial = entry.kind().initial();
        boolean latinOnly = name.givenArabic() == null && name.familyArabic() == null;
        var given = words(latinOnly ? name.givenLatin() : name.givenArabic());
        var family = words(latinOnly ? name.familyLatin() : name.familyArabic());
        return new IndexedForms(
                initial + inOrder(given, family, TypedWord::folded),
                initial + inOrder(family, given, TypedWord::folded),
                initial + inOrder(given, family, IndexedForms::usual),
                initial + inOrder(family, given, IndexedForms::usual),
                lexemes(entry),
                entry.kind() == Kind.PERSON
                        ? Blocks.indexed(name, entry.birthDate()).all()
                        : List.of());
    }

    private static List<TypedWord> words(@Nullable String name) {
        return name == null ? List.of() : TypedName.of(name + " ").words();
    }

    private static String usual(TypedWord word) {
        return word.skeletons().iterator().next();
    }

    private static String inOrder(List<TypedWord> first, List<TypedWord> second, Function<TypedWord, String> form) {
        return Stream.concat(first.stream(), second.stream()).map(form).collect(Collectors.joining(" "));
    }

    private static String lexemes(SearchEntry entry) {
        var lexemes = new LinkedHashSet<String>();
        for (var part : parts(entry.name())) {
            Skeleton.of(part).forEach(lexemes::addAll);
        }
        for (var about : entry.about()) {
            Skeleton.of(about)
                    .forEach(skeletons -> lexemes.add("@" + skeletons.iterator().next()));
        }
        entry.territories().forEach(territory -> lexemes.add("t:" + territory));
        if (entry.kind() != Kind.PERSON) {
            lexemes.add("k:" + entry.kind());
        }
        return lexemes.stream().map(IndexedForms::quoted).collect(Collectors.joining(" "));
    }

    /** A lexeme as the text forms of tsvector and tsquery want it. */
    static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    static List<String> parts(FullName name) {
        return Stream.of(name.givenArabic(), name.familyArabic(), name.givenLatin(), name.familyLatin())
                .filter(part -> part != null && !part.isBlank())
                .toList();
    }

    /**
     * What two records of one person usually share: two of their names, as hashes.
     *
     * @param pairs two names
     * @param frequentPairs two names that many bear, and the year of birth
     * @param rarePairs those of the pairs that few share
     */
    record Blocks(List<Long> pairs, List<Long> frequentPairs, List<Long> rarePairs) {

        /** The index knows the usual ways a word is heard; who searches tries them all. */
        private static final int INDEXED_WAYS = 2;

        static Blocks indexed(FullName name, @Nullable LocalDate birth) {
            return of(name, birth, INDEXED_WAYS);
        }

        static Blocks wanted(FullName name, @Nullable LocalDate birth) {
            return of(name, birth, Integer.MAX_VALUE);
        }

        private static Blocks of(FullName name, @Nullable LocalDate birth, int ways) {
            var pairs = new TreeSet<String>();
            for (var script : scripts(name)) {
                var words = script.stream()
                        .map(heard -> heard.stream().limit(ways).toList())
                        .toList();
                for (int i = 0; i < words.size(); i++) {
                    for (int j = i + 1; j < words.size(); j++) {
                        pair(words.get(i), words.get(j), pairs);
                    }
                }
            }
            var frequent = birth == null
                    ? Stream.<Long>empty()
                    : pairs.stream().filter(Blocks::isFrequent).map(pair -> hash(pair + " " + birth.getYear()));
            var rare = pairs.stream().filter(pair -> !isFrequent(pair)).map(Blocks::hash);
            return new Blocks(pairs.stream().map(Blocks::hash).toList(), frequent.toList(), rare.toList());
        }

        private static void pair(List<String> ones, List<String> others, Set<String> pairs) {
            for (var one : ones) {
                for (var other : others) {
                    pairs.add(one.compareTo(other) < 0 ? one + " " + other : other + " " + one);
                }
            }
        }

        private static boolean isFrequent(String pair) {
            return Stream.of(pair.split(" ")).allMatch(Skeleton::isFrequent);
        }

        /** The words of the whole name in each script, each with its skeletons; titles left out. */
        private static List<List<Set<String>>> scripts(FullName name) {
            return Stream.of(
                            Stream.of(name.givenArabic(), name.familyArabic()),
                            Stream.of(name.givenLatin(), name.familyLatin()))
                    .map(parts -> parts.filter(part -> part != null && !part.isBlank())
                            .flatMap(part -> TypedName.of(part + " ").words().stream())
                            .map(TypedWord::skeletons)
                            .toList())
                    .toList();
        }

        List<Long> all() {
            return Stream.concat(pairs.stream(), frequentPairs.stream()).toList();
        }

        /** FNV-1a, 64 bits: the same for ever, unlike hashCode. */
        private static long hash(String text) {
            long hash = 0xcbf29ce484222325L;
            for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ octet & 0xff) * 0x100000001b3L;
            }
            return hash;
        }
    }
}
