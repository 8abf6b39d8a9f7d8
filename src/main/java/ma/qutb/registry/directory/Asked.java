package ma.qutb.registry.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a visitor looks for; empty means anything.
 *
 * @param q words of a name, craft or place in any spelling
 * @param kind {@code artisans}, {@code organisations}, or a legal form in lower case
 * @param craft code of a craft or family
 * @param place code of a territory
 * @param award only whoever has a distinction to show
 */
public record Asked(String q, String kind, String craft, String place, boolean award, int page) {

    public Asked {
        q = q.strip();
        q = q.substring(0, Math.min(q.length(), 100));
        page = Math.clamp(page, 1, 10_000);
    }

    public boolean anything() {
        return q.isEmpty() && kind.isEmpty() && craft.isEmpty() && place.isEmpty() && !award;
    }

    public String address() {
        return address(Map.of());
    }

    public String address(int page) {
        return address(Map.of("page", page == 1 ? "" : String.valueOf(page)));
    }

    /** The same question with this in another way; pages begin again. */
    public String with(String name, String value) {
        return address(Map.of(name, value));
    }

    private String address(Map<String, String> changed) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("q", q);
        parts.put("kind", kind);
        parts.put("craft", craft);
        parts.put("place", place);
        parts.put("award", award ? "true" : "");
        parts.putAll(changed);
        var query = parts.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "?" : "?" + query;
    }
}
