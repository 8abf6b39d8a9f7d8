package ma.qutb.ledger.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report, worded. Cells are {@code String}, {@code BigDecimal} with the scale of its unit, {@code LocalDate}, {@code Instant} or null.
 *
 * @param name of the file, without the day and the ending
 * @param about lines under the title: which book, as of when, the hash that fixes it
 */
public record Report(String name, String title, List<String> about, List<ReportColumn> columns, List<Part> parts) {

    /**
     * Rows that add up.
     *
     * @param heading over them on paper
     * @param total under them on paper; null where there is nothing to add
     */
    public record Part(
            String heading,
            List<List<@Nullable Object>> rows,
            @Nullable List<@Nullable Object> total) {}

    /** A row; cells may be null, as those of {@link List#of} may not. */
    public static List<@Nullable Object> row(@Nullable Object... cells) {
        var row = new ArrayList<@Nullable Object>();
        for (var cell : cells) {
            row.add(cell);
        }
        return row;
    }
}
