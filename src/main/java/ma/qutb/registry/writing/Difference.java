package ma.qutb.registry.writing;

import java.util.List;
import java.util.Map;

/** One field in two versions, as typed; {@code field} names the input. */
public record Difference(String field, String standing, String typed) {

    /** Where what stands in the record and what was typed are not the same. */
    public static List<Difference> between(Map<String, String> standing, Map<String, String> typed) {
        return typed.entrySet().stream()
                .filter(it -> !it.getValue().equals(standing.get(it.getKey())))
                .map(it -> new Difference(it.getKey(), String.valueOf(standing.get(it.getKey())), it.getValue()))
                .toList();
    }
}
