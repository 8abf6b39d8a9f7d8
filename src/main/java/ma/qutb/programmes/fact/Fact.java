package ma.qutb.programmes.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing a publication says: a row of one of its tables.
 *
 * @param id file, key and, where several publications speak of the same thing, the source: {@code indicators:IND-20}
 * @param subject code of what it speaks of, if other facts may speak of it too
 * @param place code of the territory it is about
 * @param year the year it names
 * @param bordersOf the year whose borders it was written under: its own year, else the last its publication describes
 * @param source file name of the publication; null for the few rows that no publication states
 * @param cells the typed columns of its table
 * @param discrepancies ids of the discrepancies that concern it
 */
public record Fact(
        String id,
        FactTable table,
        @Nullable String subject,
        Words title,
        @Nullable String place,
        @Nullable Integer year,
        int bordersOf,
        @Nullable String axis,
        @Nullable Figure figure,
        @Nullable String source,
        @Nullable Locator locator,
        Words says,
        Words caveat,
        Map<String, Object> cells,
        List<String> discrepancies) {

    /** The text of a cell; empty when the publication is silent. */
    public String text(String column) {
        var value = cells.get(column);
        return value == null ? "" : value.toString();
    }

    public Optional<Long> number(String column) {
        return cells.get(column) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** Words in three languages. */
    public Words words(String column) {
        return new Words(text(column + "_ar"), text(column + "_fr"), text(column + "_en"));
    }

    /** The values of a list. */
    public List<String> list(String column) {
        return cells.get(column) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Centimes, where the figure is money. */
    public Optional<Long> centimes() {
        return Optional.ofNullable(figure).filter(Figure::money).map(Figure::value);
    }

    /** The count, where the figure is no money. */
    public Optional<Long> count() {
        return Optional.ofNullable(figure).filter(it -> !it.money()).map(Figure::value);
    }

    public boolean is(String tableName) {
        return table.name().equals(tableName);
    }

    /** Address of its page below {@code /{lang}/figures}. */
    public String path() {
        return "/figures/facts/" + id;
    }
}
