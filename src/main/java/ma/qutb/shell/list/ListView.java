package ma.qutb.shell.list;

import java.util.ArrayList;
import java.util.List;
import ma.qutb.kernel.Language;
import org.jspecify.annotations.Nullable;

/** A page of a list as one reader sees it: what the templates draw. */
public final class ListView {

    private final RecordList list;
    private final Asked asked;
    private final String path;
    private final Language language;
    private final List<Column> allowed;
    private final List<Column> columns;
    private final List<ListRow> rows;
    private final long total;
    private final boolean exportable;

    ListView(
            RecordList list,
            Asked asked,
            String path,
            Language language,
            List<Column> allowed,
            List<Column> columns,
            List<ListRow> rows,
            long total,
            boolean exportable) {
        this.list = list;
        this.asked = asked;
        this.path = path;
        this.language = language;
        this.allowed = allowed;
        this.columns = columns;
        this.rows = rows;
        this.total = total;
        this.exportable = exportable;
    }

    public String name() {
        return list.name;
    }

    /** Message key of something of this list, for example {@code column.name}. */
    public String text(String part) {
        return list.texts + "." + part;
    }

    /** Address of the list itself, without question. */
    public String path() {
        return path;
    }

    public List<Column> columns() {
        return columns;
    }

    /** All columns this reader may choose. */
    public List<Column> choosable() {
        return allowed;
    }

    public boolean shows(Column column) {
        return columns.contains(column);
    }

    public List<ListRow> rows() {
        return rows;
    }

    public boolean exportable() {
        return exportable && !rows.isEmpty();
    }

    /** How many records there are, up to {@link #bound()}. */
    public long total() {
        return Math.min(total, bound());
    }

    /** Whether there are more than are counted. */
    public boolean more() {
        return total > bound();
    }

    /** Whether the last page is as far as one can leaf. */
    public boolean atReach() {
        return more() && page() == pages() && bound() == Asked.REACH;
    }

    public long bound() {
        return asked.horizon();
    }

    public int page() {
        return asked.page();
    }

    public int pages() {
        return (int) Math.max(1, Math.ceilDiv(total(), asked.size()));
    }

    public int size() {
        return asked.size();
    }

    public List<Integer> sizes() {
        return Asked.SIZES;
    }

    /** Number of the first row of this page, from 1. */
    public long firstRow() {
        return (long) (asked.page() - 1) * asked.size() + 1;
    }

    public List<Filter> filters() {
        return list.filters;
    }

    /** The typed filter that stands above the others; null where there is none. */
    public @Nullable Filter search() {
        return list.filters.stream()
                .filter(it -> it.form() == Filter.Form.TEXT)
                .findFirst()
                .orElse(null);
    }

    public List<Option> options(Filter filter) {
        return filter.options().apply(language);
    }

    /** What was typed or chosen under this name. */
    public String chosen(String parameter) {
        return asked.first(parameter);
    }

    public boolean chosen(Filter filter, Option option) {
        return asked.all(filter.key()).contains(option.value());
    }

    /** What is asked besides filters, to be carried along by forms: name and value. */
    public List<List<String>> carried() {
        var carried = new ArrayList<List<String>>();
        for (var name : List.of("sort", "size", "columns")) {
            asked.all(name).forEach(it -> carried.add(List.of(name, it)));
        }
        return carried;
    }

    /** Filters with their values, to be carried along by the form that chooses columns. */
    public List<List<String>> carriedFilters() {
        var carried = new ArrayList<List<String>>();
        for (var filter : list.filters) {
            filter.parameters().forEach(name -> asked.all(name).forEach(it -> carried.add(List.of(name, it))));
        }
        for (var name : List.of("sort", "size")) {
            asked.all(name).forEach(it -> carried.add(List.of(name, it)));
        }
        return carried;
    }

    /** The filters in force, each with the address that lifts it. */
    public List<Chip> chips() {
        return Chip.of(list, asked, language, path);
    }

    /** Filters in force besides the typed text, for the button that opens them on a phone. */
    public long narrowed() {
        return chips().stream().filter(it -> it.form() != Filter.Form.TEXT).count();
    }

    public String addressOfPage(int page) {
        return path + asked.with("page", String.valueOf(page)).address();
    }

    public String addressOfSize(int size) {
        return path + asked.with("size", String.valueOf(size)).address();
    }

    public String addressWithoutFilters() {
        var cleared = asked;
        for (var filter : list.filters) {
            for (var name : filter.parameters()) {
                cleared = cleared.with(name);
            }
        }
        return path + cleared.address();
    }

    /** Sorted by this column; from the last to the first if it is already sorted by it. */
    public String addressSortedBy(Column column) {
        return path
                + asked.with("sort", asked.sort().equals(column.key()) ? "-" + column.key() : column.key())
                        .address();
    }

    /** {@code ascending}, {@code descending} or {@code none}: the value of {@code aria-sort}. */
    public String order(Column column) {
        return asked.sort().equals(column.key())
                ? "ascending"
                : asked.sort().equals("-" + column.key()) ? "descending" : "none";
    }

    /** Address of a file ({@code csv}, {@code xlsx}) with exactly these records and columns. */
    public String addressOfCount() {
        return "/app/lists/" + list.name + "/count" + asked.with("page").address();
    }

    public String addressOfFile(String format) {
        var chosen = columns.stream().map(Column::key).toList();
        return "/app/lists/" + list.name + "." + format
                + asked.with("columns", String.join(",", chosen)).address();
    }

    /** Where a row leads; null: nowhere. */
    public @Nullable String link(ListRow row) {
        return list.link == null ? null : list.link.replace("{key}", row.key());
    }
}
