package ma.qutb.programmes.opendata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.qutb.programmes.fact.Column;
import ma.qutb.programmes.fact.Discrepancy;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.FactTable;
import ma.qutb.programmes.fact.Facts;
import ma.qutb.programmes.fact.Words;
import org.jspecify.annotations.Nullable;

/** How a table is handed out: its id, title, own columns, then what the source says and where. */
public final class OpenTable {

    private static final long CENTIMES = 100;

    private final FactTable table;
    private final List<OpenColumn> columns = new ArrayList<>();

    OpenTable(FactTable table, Facts facts) {
        this.table = table;
        columns.add(new OpenColumn("fact", "id", "", "text", Fact::id));
        words("title", "title", Fact::title);
        table.columns().forEach(this::own);
        columns.add(new OpenColumn("publication", "source", "", "text", Fact::source));
        columns.add(new OpenColumn(
                "paragraph",
                "paragraph",
                "",
                "whole",
                it -> it.locator() == null ? null : (Object) it.locator().paragraph()));
        columns.add(new OpenColumn(
                "sentence",
                "sentence",
                "",
                "whole",
                it -> it.locator() == null ? null : (Object) it.locator().sentence()));
        words("says", "says", Fact::says);
        words("caveat", "caveat", Fact::caveat);
        if (table.name().equals("discrepancies")) {
            columns.add(new OpenColumn(
                    "concerns",
                    "concerns",
                    "",
                    "list",
                    it -> facts.discrepancy(it.text("id"))
                            .map(Discrepancy::facts)
                            .orElse(List.of())));
        } else {
            columns.add(new OpenColumn("discrepancies", "discrepancies", "", "list", Fact::discrepancies));
        }
    }

    private void words(String name, String word, java.util.function.Function<Fact, Words> value) {
        columns.add(new OpenColumn(
                name + "_ar", word, "ar", "words", it -> blank(value.apply(it).arabic())));
        columns.add(new OpenColumn(
                name + "_fr", word, "fr", "words", it -> blank(value.apply(it).french())));
        columns.add(new OpenColumn(
                name + "_en", word, "en", "words", it -> blank(value.apply(it).english())));
    }

    private void own(Column column) {
        var name = column.name();
        switch (column.kind()) {
            case WORDS -> words(name, name, it -> it.words(name));
            case MONEY ->
                // In dirhams, as the file says; centimes only where there are any.
                columns.add(new OpenColumn(
                        name,
                        name,
                        "",
                        "money",
                        it -> it.number(column.stored().getFirst())
                                .map(centimes -> centimes % CENTIMES == 0
                                        ? (Object) (centimes / CENTIMES)
                                        : java.math.BigDecimal.valueOf(centimes, 2))
                                .orElse(null)));
            default ->
                columns.add(new OpenColumn(
                        name,
                        name,
                        "",
                        column.kind().name().toLowerCase(Locale.ROOT),
                        it -> column.list() ? it.list(name) : cell(it.cells(), name)));
        }
    }

    private static @Nullable Object cell(Map<String, Object> cells, String name) {
        return cells.get(name);
    }

    private static @Nullable Object blank(String text) {
        return text.isEmpty() ? null : text;
    }

    public FactTable table() {
        return table;
    }

    public List<OpenColumn> columns() {
        return List.copyOf(columns);
    }
}
