package ma.qutb.registry.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.naming.PersonComparison;
import ma.qutb.registry.naming.PersonFacts;
import org.springframework.stereotype.Component;

/** Where everybody and everything of the registry is looked up. Writing takes part in the caller's transaction. */
@Component
public class SearchIndex {

    private final EntryWriting writing;
    private final FindingByWords words;
    private final FindingByNumber numbers;
    private final FindingDuplicates duplicates;
    private final FindingDuplicatesOfMany duplicatesOfMany;

    SearchIndex(
            EntryWriting writing,
            FindingByWords words,
            FindingByNumber numbers,
            FindingDuplicates duplicates,
            FindingDuplicatesOfMany duplicatesOfMany) {
        this.writing = writing;
        this.words = words;
        this.numbers = numbers;
        this.duplicates = duplicates;
        this.duplicatesOfMany = duplicatesOfMany;
    }

    /** Adds the entry, or replaces what was known of its subject. */
    public void put(SearchEntry entry) {
        writing.put(List.of(entry));
    }

    /** The same for many, in batches; an import hands over its rows a few thousand at a time. */
    public void putAll(Collection<SearchEntry> entries) {
        writing.put(entries);
    }

    /** Forgets a subject, for good. */
    public void remove(UUID subject) {
        writing.remove(subject);
    }

    /** What fits best of what lies in the scope, best first. */
    public List<Found> find(SearchQuery query, Scope scope) {
        if (scope instanceof Scope.Within(var territories) && territories.isEmpty()) {
            return List.of();
        }
        Map<UUID, Found> found = new LinkedHashMap<>();
        for (var hit : numbers.find(query, scope)) {
            found.putIfAbsent(hit.entry().subject(), hit);
        }
        if (found.size() < query.limit()) {
            for (var hit : words.find(query, scope)) {
                found.putIfAbsent(hit.entry().subject(), hit);
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .limit(query.limit())
                .toList();
    }

    /** Records in the scope that are probably of this person, likeliest first; for people only. */
    public List<Suggestion> duplicatesOf(PersonFacts person, Scope scope, int limit) {
        return duplicates.candidates(person, scope).stream()
                .flatMap(entry ->
                        PersonComparison.suggestion(person, entry.facts())
                                .map(likeness -> new Suggestion(entry, likeness))
                                .stream())
                .sorted(Comparator.comparingDouble(
                                (Suggestion suggestion) -> suggestion.likeness().score())
                        .reversed())
                .limit(limit)
                .toList();
    }

    /** Takes some people whose duplicates nobody has looked for since they changed; within the caller's transaction they are its. */
    public List<SearchEntry> takeUncompared(int most) {
        return writing.takeUncompared(most);
    }

    /**
     * For each of many people, in their order, the record in the scope that is likeliest theirs: what an import of a list can ask in a
     * few questions. Overlooks more than {@link #duplicatesOf}: people with frequent names and no year of birth, for example.
     */
    public List<Optional<Suggestion>> likeliestOfEach(List<PersonFacts> people, Scope scope) {
        return duplicatesOfMany.likeliest(people, scope);
    }
}
