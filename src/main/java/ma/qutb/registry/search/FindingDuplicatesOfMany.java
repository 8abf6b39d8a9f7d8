package ma.qutb.registry.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.naming.PersonComparison;
import ma.qutb.registry.naming.PersonFacts;
import ma.qutb.registry.search.IndexedForms.Blocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the likeliest double of each of many people at once. Asks for some hundred people together, and only by what few records share, so
 * that a list of any length costs the same for each row.
 */
@Component
class FindingDuplicatesOfMany {

    private static final int TOGETHER = 200;
    private static final int MOST_FOUND = 4_000;

    private final JdbcClient jdbc;

    FindingDuplicatesOfMany(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Optional<Suggestion>> likeliest(List<PersonFacts> people, Scope scope) {
        var found = new ArrayList<Optional<Suggestion>>();
        if (scope instanceof Scope.Within(var territories) && territories.isEmpty()) {
            people.forEach(person -> found.add(Optional.empty()));
            return found;
        }
        for (int from = 0; from < people.size(); from += TOGETHER) {
            var together = people.subList(from, Math.min(from + TOGETHER, people.size()));
            var wanted = together.parallelStream()
                    .map(FindingDuplicatesOfMany::blocks)
                    .toList();
            var known = new Known();
            known.addAll(byBlocks(wanted, scope));
            known.addAll(byPhone(together, scope));
            found.addAll(IntStream.range(0, together.size())
                    .parallel()
                    .mapToObj(i -> best(together.get(i), known.near(together.get(i), wanted.get(i))))
                    .toList());
        }
        return found;
    }

    private static Optional<Suggestion> best(PersonFacts person, Set<SearchEntry> near) {
        return near.stream()
                .flatMap(entry ->
                        PersonComparison.suggestion(person, entry.facts())
                                .map(likeness -> new Suggestion(entry, likeness))
                                .stream())
                .max(Comparator.comparingDouble(
                        suggestion -> suggestion.likeness().score()));
    }

    private static List<Long> blocks(PersonFacts person) {
        var blocks = Blocks.wanted(person.name(), person.birthDate());
        var few = new ArrayList<>(blocks.frequentPairs());
        few.addAll(blocks.rarePairs());
        return few;
    }

    /** A record and the blocks under which the index has it. */
    private record Indexed(SearchEntry entry, List<Long> blocks) {}

    private List<Indexed> byBlocks(List<List<Long>> wanted, Scope scope) {
        var all = wanted.stream().flatMap(List::stream).distinct().toArray(Long[]::new);
        if (all.length == 0) {
            return List.of();
        }
        return jdbc.sql("select * from registry.found_by_blocks(:blocks, cast(:scope as text[]), :most)")
                .param("blocks", all)
                .param("scope", EntryRow.territories(scope))
                .param("most", MOST_FOUND)
                .query((row, number) -> new Indexed(EntryRow.read(row, number), List.of((Long[])
                        row.getArray("blocks").getArray())))
                .list();
    }

    private List<Indexed> byPhone(List<PersonFacts> people, Scope scope) {
        var phones = people.stream()
                .map(PersonFacts::phone)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        if (phones.length == 0) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from registry.search_entry
                        where phone collate "C" = any (:phones) and kind = 'PERSON' and merged_into is null
                          and (cast(:scope as text[]) is null or territories && cast(:scope as text[]))
                        limit :most""")
                .param("phones", phones)
                .param("scope", EntryRow.territories(scope))
                .param("most", MOST_FOUND)
                .query((row, number) -> new Indexed(EntryRow.read(row, number), List.of()))
                .list();
    }

    /** What was found for some hundred people, by what it may share with one of them. */
    private static final class Known {

        private final Map<Long, List<SearchEntry>> byBlock = new HashMap<>();
        private final Map<String, List<SearchEntry>> byPhone = new HashMap<>();

        void addAll(List<Indexed> found) {
            for (var one : found) {
                one.blocks()
                        .forEach(block -> byBlock.computeIfAbsent(block, it -> new ArrayList<>())
                                .add(one.entry()));
                if (one.entry().phone() != null) {
                    byPhone.computeIfAbsent(one.entry().phone(), it -> new ArrayList<>())
                            .add(one.entry());
                }
            }
        }

        Set<SearchEntry> near(PersonFacts person, List<Long> blocks) {
            var near = new HashSet<>(byPhone.getOrDefault(String.valueOf(person.phone()), List.of()));
            blocks.forEach(block -> near.addAll(byBlock.getOrDefault(block, List.of())));
            return near;
        }
    }
}
