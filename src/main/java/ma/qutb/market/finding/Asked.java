package ma.qutb.market.finding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a visitor looks for; empty means anything. Within one facet any of the chosen values fits, between facets all must.
 *
 * @param root address of the list without its query
 * @param family code of the craft family whose page it is, if it is one
 * @param q words in any spelling
 * @param exact only what has these very words in its title
 * @param least of the price, centimes
 * @param most of the price, centimes
 * @param page from 1
 */
public record Asked(
        String root,
        @Nullable String family,
        String q,
        boolean exact,
        Map<Facet, List<String>> chosen,
        @Nullable Long least,
        @Nullable Long most,
        Order order,
        int page) {

    /** How many stand on one page. */
    public static final int SIZE = 24;

    private static final int MOST_VALUES = 20;
    private static final int LAST_PAGE = 200;

    /** How a list is sorted. */
    public enum Order {
        NEWEST,
        CHEAPEST,
        DEAREST,
        SHARE;

        /** As the address and the bundles call it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Reads an address; what cannot be meant is left out. */
    public static Asked of(String root, @Nullable String family, MultiValueMap<String, String> query) {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = query.getOrDefault(facet.code(), List.of()).stream()
                    .filter(facet::possible)
                    .distinct()
                    .limit(MOST_VALUES)
                    .toList();
            if (!values.isEmpty() && !(facet == Facet.CRAFT && family != null)) {
                chosen.put(facet, values);
            }
        }
        var q = text(query, "q").strip();
        return new Asked(
                root,
                family,
                q.substring(0, Math.min(q.length(), 100)),
                text(query, "exact").equals("true") && !q.isEmpty(),
                chosen,
                dirhams(text(query, "least")).orElse(null),
                dirhams(text(query, "most")).orElse(null),
                Stream.of(Order.values())
                        .filter(it -> it.code().equals(text(query, "sort")))
                        .findFirst()
                        .orElse(Order.NEWEST),
                text(query, "page").matches("\\d{1,4}")
                        ? Math.clamp(Integer.parseInt(text(query, "page")), 1, LAST_PAGE)
                        : 1);
    }

    private static String text(MultiValueMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name)).orElse("");
    }

    private static Optional<Long> dirhams(String typed) {
        return typed.strip().matches("\\d{1,7}") ? Optional.of(Long.parseLong(typed.strip()) * 100) : Optional.empty();
    }

    public List<String> of(Facet facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    public boolean has(Facet facet, String value) {
        return of(facet).contains(value);
    }

    /** How many filters are set, the search apart. */
    public int filters() {
        return chosen.values().stream().mapToInt(List::size).sum() + (priced() ? 1 : 0);
    }

    public boolean priced() {
        return least != null || most != null;
    }

    /** The whole list, with neither search nor filter. */
    public boolean anything() {
        return q.isEmpty() && filters() == 0;
    }

    /** The first page without this value. */
    public String without(Facet facet, String value) {
        var less = new EnumMap<Facet, List<String>>(Facet.class);
        less.putAll(chosen);
        less.put(facet, of(facet).stream().filter(it -> !it.equals(value)).toList());
        return address(root, q, exact, less, least, most, 1);
    }

    public String withoutPrice() {
        return address(root, q, exact, chosen, null, null, 1);
    }

    public String withoutSearch() {
        return address(root, "", false, chosen, least, most, 1);
    }

    /** Only what has the very words in its title. */
    public String exactly() {
        return address(root, q, true, chosen, least, most, 1);
    }

    /** With the other words for it again. */
    public String broadly() {
        return address(root, q, false, chosen, least, most, 1);
    }

    public String page(int page) {
        return address(root, q, exact, chosen, least, most, page);
    }

    private String address(
            String root,
            String q,
            boolean exact,
            Map<Facet, List<String>> chosen,
            @Nullable Long least,
            @Nullable Long most,
            int page) {
        var parts = parts(q, exact, chosen, least, most);
        parts.add(Map.entry("sort", order == Order.NEWEST ? "" : order.code()));
        parts.add(Map.entry("page", page == 1 ? "" : String.valueOf(page)));
        var query = parts.stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? root : root + "?" + query;
    }

    /** What a form that only changes the order sends along. */
    public List<Map.Entry<String, String>> kept() {
        return parts(q, exact, chosen, least, most).stream()
                .filter(it -> !it.getValue().isEmpty())
                .toList();
    }

    private static List<Map.Entry<String, String>> parts(
            String q, boolean exact, Map<Facet, List<String>> chosen, @Nullable Long least, @Nullable Long most) {
        var parts = new ArrayList<Map.Entry<String, String>>();
        parts.add(Map.entry("q", q));
        parts.add(Map.entry("exact", exact ? "true" : ""));
        chosen.forEach((facet, values) -> values.forEach(it -> parts.add(Map.entry(facet.code(), it))));
        parts.add(Map.entry("least", least == null ? "" : String.valueOf(least / 100)));
        parts.add(Map.entry("most", most == null ? "" : String.valueOf(most / 100)));
        return parts;
    }
}
