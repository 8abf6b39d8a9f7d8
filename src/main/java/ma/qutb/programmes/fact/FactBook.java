package ma.qutb.programmes.fact;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** All facts at one moment of reading, found by id, table and subject. */
final class FactBook {

    private final List<Fact> facts;
    private final List<Publication> publications;
    private final Map<String, Discrepancy> discrepancies = new java.util.LinkedHashMap<>();
    private final Map<String, Fact> byId;
    private final Map<String, List<Fact>> byTable;
    private final Map<String, List<Fact>> bySubject = new HashMap<>();

    FactBook(List<Fact> facts, List<Publication> publications, List<Discrepancy> discrepancies) {
        this.facts = List.copyOf(facts);
        this.publications = List.copyOf(publications);
        discrepancies.forEach(it -> this.discrepancies.put(it.id(), it));
        byId = facts.stream().collect(toMap(Fact::id, Function.identity()));
        byTable = facts.stream().collect(groupingBy(it -> it.table().name()));
        bySubject.putAll(facts.stream()
                .filter(it -> it.subject() != null)
                .collect(groupingBy(it -> Objects.requireNonNull(it.subject()))));
    }

    List<Fact> facts() {
        return facts;
    }

    List<Fact> of(String table) {
        return byTable.getOrDefault(table, List.of());
    }

    List<Fact> about(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    Optional<Fact> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Publication> publications() {
        return publications;
    }

    List<Discrepancy> discrepancies() {
        return List.copyOf(discrepancies.values());
    }

    Optional<Discrepancy> discrepancy(String id) {
        return Optional.ofNullable(discrepancies.get(id));
    }
}
