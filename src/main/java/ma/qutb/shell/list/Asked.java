package ma.qutb.shell.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader asks of a list, as it stands in the address: only what the list knows is kept, so that an address can be
 * shared, and a strange one does no harm.
 */
final class Asked {

    static final int DEFAULT_SIZE = 50;
    static final List<Integer> SIZES = List.of(25, 50, 100, 200);
    /** How far one can leaf; beyond it, filtering is faster for reader and database. */
    static final int REACH = 10_000;

    /** How far is counted before the page is shown: enough for the pages around the reader's, in a few milliseconds. */
    private static final int HORIZON = 1_000;

    private static final int LONGEST = 200;

    private final RecordList list;
    private final Map<String, List<String>> values;

    private Asked(RecordList list, Map<String, List<String>> values) {
        this.list = list;
        this.values = values;
    }

    static Asked of(RecordList list, Map<String, String[]> parameters) {
        var kept = new LinkedHashMap<String, List<String>>();
        for (var filter : list.filters) {
            for (var name : filter.parameters()) {
                keep(kept, name, parameters.getOrDefault(name, new String[0]));
            }
        }
        for (var name : List.of("sort", "columns", "size", "page")) {
            keep(kept, name, parameters.getOrDefault(name, new String[0]));
        }
        return new Asked(list, kept);
    }

    private static void keep(Map<String, List<String>> kept, String name, String... given) {
        var clean = Arrays.stream(given)
                // PostgreSQL takes no NUL; what is longer than a name was not typed by a reader.
                .map(it -> it.replace("\0", "").strip())
                .map(it -> it.length() > LONGEST ? it.substring(0, LONGEST) : it)
                .filter(it -> !it.isEmpty())
                .toList();
        if (!clean.isEmpty()) {
            kept.put(name, clean);
        }
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    String first(String name) {
        return all(name).isEmpty() ? "" : all(name).getFirst();
    }

    /** Keys of the columns asked for, in one parameter or in several; empty: not said. */
    List<String> columns() {
        return all("columns").stream()
                .flatMap(it -> Arrays.stream(it.split(",")))
                .toList();
    }

    String sort() {
        var wanted = first("sort");
        var known = list.column(wanted.replaceFirst("^-", ""))
                .filter(it -> it.sort() != null)
                .isPresent();
        return known ? wanted : list.sort;
    }

    int size() {
        var wanted = number(first("size"));
        return SIZES.contains(wanted) ? wanted : DEFAULT_SIZE;
    }

    int page() {
        return Math.clamp(number(first("page")), 1, REACH / size());
    }

    /** Up to which row is counted at once: the horizon seen from this page, in whole thousands, within reach. */
    int horizon() {
        return Math.min(REACH, (page() * size() / HORIZON + 1) * HORIZON);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The same question with other values for one parameter; none: without it. Leads to the first page. */
    Asked with(String name, String... other) {
        var changed = new LinkedHashMap<>(values);
        changed.remove("page");
        if (other.length == 0) {
            changed.remove(name);
        } else {
            changed.put(name, List.of(other));
        }
        return new Asked(list, changed);
    }

    /** The query part of an address, with its question mark; empty when nothing is asked. */
    String address() {
        var parts = new ArrayList<String>();
        values.forEach((name, several) ->
                several.forEach(it -> parts.add(name + "=" + URLEncoder.encode(it, StandardCharsets.UTF_8))));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
