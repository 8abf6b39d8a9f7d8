package ma.qutb.programmes.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All facts at one moment of reading. */
record FactBook(
        List<Fact> facts, List<Publication> publications, List<Discrepancy> discrepancies, Map<String, Fact> byId) {

    FactBook(List<Fact> facts, List<Publication> publications, List<Discrepancy> discrepancies) {
        this(
                facts,
                publications,
                discrepancies,
                facts.stream().collect(Collectors.toMap(Fact::id, Function.identity())));
    }

    Optional<Fact> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
