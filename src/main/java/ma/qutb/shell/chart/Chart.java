package ma.qutb.shell.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import ma.qutb.shell.Page;
import org.jspecify.annotations.Nullable;

/**
 * Figures to be drawn: {@code Chart.bars(label, years).with(name, values).in(unit)}, then {@code tag/chart}.
 *
 * @param label what the chart shows, for those who hear it and as the name of its table
 * @param unit what is counted; empty: plain numbers
 * @param categories along the axis, oldest first
 */
public record Chart(Kind kind, String label, String unit, List<String> categories, List<Series> series) {

    /** The colours of series, in the fixed order of the design. */
    private static final int COLOURS = 6;

    /** How figures are drawn. */
    public enum Kind {
        BARS,
        STACKED,
        LINES,
        RING,
        ROWS
    }

    /** Bars side by side. */
    public static Chart bars(String label, List<String> categories) {
        return new Chart(Kind.BARS, label, "", categories, List.of());
    }

    /** Bars on top of each other. */
    public static Chart stacked(String label, List<String> categories) {
        return new Chart(Kind.STACKED, label, "", categories, List.of());
    }

    /** A line for each series. */
    public static Chart lines(String label, List<String> categories) {
        return new Chart(Kind.LINES, label, "", categories, List.of());
    }

    /** Shares of a whole; one series, at most six categories. */
    public static Chart ring(String label, List<String> categories) {
        return new Chart(Kind.RING, label, "", categories, List.of());
    }

    /** Bars lying beside their names; for long names, such as partners. One series. */
    public static Chart rows(String label, List<String> categories) {
        return new Chart(Kind.ROWS, label, "", categories, List.of());
    }

    /** The same chart with one more series. */
    public Chart with(String name, List<? extends @Nullable Number> values) {
        var more = new ArrayList<>(series);
        var numbers = new ArrayList<@Nullable Double>();
        values.forEach(it -> numbers.add(it == null ? null : (Double) it.doubleValue()));
        more.add(new Series(name, numbers));
        return new Chart(kind, label, unit, categories, more);
    }

    /** The same chart with one more series. */
    public Chart with(String name, Number... values) {
        return with(name, Arrays.asList(values));
    }

    /** The same chart, its figures counted in this unit. */
    public Chart in(String counted) {
        return new Chart(kind, label, counted, categories, series);
    }

    /** The shapes, for bars and lines. */
    public Drawing draw(Page page) {
        return kind == Kind.LINES ? new LineDrawing(this, page).draw() : new BarDrawing(this, page).draw();
    }

    /** The parts of a ring or of rows, with their share of the whole and of the largest. */
    public List<Part> parts() {
        var values = series.getFirst();
        double whole = IntStream.range(0, categories.size())
                .mapToObj(values::at)
                .filter(it -> it != null)
                .mapToDouble(Double::doubleValue)
                .sum();
        var parts = new ArrayList<Part>();
        double before = 0;
        for (int i = 0; i < categories.size(); i++) {
            var value = values.at(i);
            double share = value == null || whole == 0 ? 0 : value * 100 / whole;
            double length = value == null || values.highest() == 0 ? 0 : value * 100 / values.highest();
            parts.add(new Part(categories.get(i), value, share, before, length, colour(i)));
            before += share;
        }
        return parts;
    }

    /** A share: its percentage, where it begins on the ring, its length beside the largest. */
    public record Part(
            String name, @Nullable Double value, double share, double begins, double length, String colour) {}

    /** The colour of a series or share. */
    public static String colour(int index) {
        return "var(--q-s" + (index % COLOURS + 1) + ")";
    }

    /** A figure as the reader writes it; a dash where nothing is known. */
    public static String figure(Page page, @Nullable Double value) {
        return value == null ? "—" : page.decimal(value, 2);
    }
}
