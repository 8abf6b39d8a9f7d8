package ma.qutb.registry.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.naming.TypedName;
import ma.qutb.registry.naming.TypedName.TypedWord;
import ma.qutb.registry.search.SearchEntry.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds by name, craft and place. Each step reads some dozens of rows through one index, and the next is taken only when those before
 * found too few: names that begin with the letters typed; names that begin with their sound; names, crafts and places
 * with these sounds in any order; names of which one word was misheard. What was read is ranked by {@link TypedName#fits}.
 */
@Component
class FindingByWords {

    private static final int CANDIDATES = 40;
    private static final int FEW = 3;
    private static final int MOST_BEGINNINGS = 6;
    private static final String END = "\uffff";

    private final JdbcClient jdbc;

    FindingByWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Found> find(SearchQuery query, Scope scope) {
        var typed = TypedName.of(query.typed());
        var words = typed.words();
        if (words.isEmpty()) {
            return List.of();
        }
        var step = new Step(query, scope, new LinkedHashMap<>());
        step.beginning("letters", List.of(letters(words)));
        if (step.wantsMore()) {
            step.beginning("sounds", beginnings(words));
        }
        if (step.found().size() < FEW) {
            step.anywhere(words);
        }
        if (step.found().isEmpty() && words.size() > 1) {
            step.beginning("sounds", misheard(words));
        }
        return step.found().values().stream()
                .map(entry -> new Found(entry, 0.99 * typed.fits(IndexedForms.parts(entry.name()))))
                .toList();
    }

    private static String letters(List<TypedWord> words) {
        return words.stream().map(TypedWord::folded).collect(Collectors.joining(" ")) + (unfinished(words) ? "" : " ");
    }

    private static boolean unfinished(List<TypedWord> words) {
        return words.getLast().unfinished();
    }

    /** Every way the words can be heard, one after the other. */
    private static List<String> beginnings(List<TypedWord> words) {
        var heard = List.of("");
        for (var word : words) {
            var sounds = word.unfinished() ? word.beginnings() : word.skeletons();
            heard = heard.stream()
                    .flatMap(before -> sounds.stream().map(sound -> before + sound + (word.unfinished() ? "" : " ")))
                    .limit(MOST_BEGINNINGS)
                    .toList();
        }
        return heard;
    }

    /** One word heard rightly beside any that begins like the other. */
    private static List<String> misheard(List<TypedWord> words) {
        var first = words.getFirst().skeletons();
        var last = words.getLast().skeletons();
        var beginnings = new ArrayList<String>();
        first.stream().limit(2).forEach(sound -> beginnings.add(sound + " " + initial(last)));
        last.stream().limit(2).forEach(sound -> beginnings.add(sound + " " + initial(first)));
        return beginnings;
    }

    private static String initial(Set<String> sounds) {
        return sounds.iterator().next().substring(0, 1);
    }

    /** Gathers candidates until there are enough. */
    private final class Step {

        private final SearchQuery query;
        private final String @Nullable [] territories;
        private final Set<Kind> kinds;
        private final Map<UUID, SearchEntry> found;

        Step(SearchQuery query, Scope scope, Map<UUID, SearchEntry> found) {
            this.query = query;
            this.territories = EntryRow.territories(scope);
            this.kinds = query.kinds().isEmpty() ? EnumSet.allOf(Kind.class) : query.kinds();
            this.found = found;
        }

        Map<UUID, SearchEntry> found() {
            return found;
        }

        boolean wantsMore() {
            return found.size() < query.limit();
        }

        void beginning(String form, List<String> beginnings) {
            // People last: they are so many that the others would not be reached.
            var ofKinds = kinds.stream()
                    .sorted(Comparator.reverseOrder())
                    .flatMap(kind -> beginnings.stream().map(text -> kind.initial() + text))
                    .toList();
            read(jdbc.sql("""
                            select * from registry.found_by_%s(:beginnings, :ends, cast(:scope as text[]), :most)
                            """.formatted(form))
                    .param("beginnings", ofKinds.toArray(String[]::new))
                    .param("ends", ofKinds.stream().map(text -> text + END).toArray(String[]::new)));
        }

        void anywhere(List<TypedWord> words) {
            var wanted = words.stream()
                    // A consonant or two begin a tenth of all names: too little to look for, enough to rank by.
                    .filter(word -> !word.unfinished() || longest(word.beginnings()) > 2)
                    .map(Step::sounds)
                    .collect(Collectors.toCollection(ArrayList::new));
            if (wanted.isEmpty()) {
                return;
            }
            if (territories != null) {
                wanted.add(Arrays.stream(territories)
                        .map(code -> IndexedForms.quoted("t:" + code))
                        .collect(Collectors.joining(" | ", "(", ")")));
            }
            if (!kinds.contains(Kind.PERSON)) {
                wanted.add(kinds.stream()
                        .map(kind -> IndexedForms.quoted("k:" + kind))
                        .collect(Collectors.joining(" | ", "(", ")")));
            }
            read(jdbc.sql("""
                            select * from registry.found_by_words(
                                cast(:wanted as tsquery), cast(:scope as text[]), cast(:kinds as text[]), :most)
                            """)
                    .param("wanted", String.join(" & ", wanted))
                    .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new)));
        }

        private void read(JdbcClient.StatementSpec statement) {
            statement
                    .param("scope", territories)
                    .param("most", CANDIDATES)
                    .query(EntryRow::read)
                    .list()
                    .forEach(entry -> found.putIfAbsent(entry.subject(), entry));
        }

        /** A name by its beginning, a craft or place only as a whole: everybody lives somewhere that begins with K. */
        private static String sounds(TypedWord word) {
            var ways = new ArrayList<String>();
            for (var sound : word.unfinished() ? word.beginnings() : word.skeletons()) {
                ways.add(IndexedForms.quoted(sound) + (word.unfinished() ? ":*" : ""));
                ways.add(IndexedForms.quoted("@" + sound));
            }
            return ways.stream().collect(Collectors.joining(" | ", "(", ")"));
        }

        private static int longest(Set<String> sounds) {
            return sounds.stream().mapToInt(String::length).max().orElse(0);
        }
    }
}
