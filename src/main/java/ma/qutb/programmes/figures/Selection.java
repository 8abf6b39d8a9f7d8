package ma.qutb.programmes.figures;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants to see.
 *
 * @param territory code of a territory; null: all
 * @param year null: all
 * @param axis {@code production} or {@code marketing}; null: all
 */
public record Selection(
        @Nullable String territory,
        @Nullable Integer year,
        @Nullable String axis,
        Borders borders) {

    /** From the parameters of an address; what does not make sense is as if it were not there. */
    static Selection of(String territory, String year, String axis, String borders) {
        return new Selection(
                territory.isBlank() ? null : territory,
                year.matches("[12][0-9]{3}") ? Integer.valueOf(year) : null,
                axis.isBlank() ? null : axis,
                Borders.of(borders));
    }

    /** Whether some facts are left out. */
    public boolean narrow() {
        return territory != null || year != null || axis != null;
    }

    /** The same under other borders. */
    public Selection under(Borders other) {
        return new Selection(territory, year, axis, other);
    }

    /** The part of an address that says it, with its question mark; empty for the plain page. */
    public String query() {
        var parts = new ArrayList<String>();
        if (territory != null) {
            parts.add("territory=" + java.net.URLEncoder.encode(territory, java.nio.charset.StandardCharsets.UTF_8));
        }
        if (year != null) {
            parts.add("year=" + year);
        }
        if (axis != null) {
            parts.add("axis=" + java.net.URLEncoder.encode(axis, java.nio.charset.StandardCharsets.UTF_8));
        }
        if (borders == Borders.TODAY) {
            parts.add("borders=today");
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
