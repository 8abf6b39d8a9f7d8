package ma.qutb.registry.writing;

import java.util.List;
import java.util.Map;

/** One field in two versions, as typed; {@code field} names the input. */
public record Difference(String field, String standing, String typed) {

    /** Where what stands in the record and what was typed are not the same. */
    public static List<Difference> between(Map<String, String> standing, Map<String, String> typed) {
        return typed.keySet().stream()
                .filter(it -> !typed.get(it).equals(standing.get(it)))
                .map(it -> new Difference(it, String.valueOf(standing.get(it)), typed.get(it)))
                .toList();
    }
}
