package ma.qutb.programmes.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.programmes.fact.Column;
import ma.qutb.programmes.fact.FactTable;
import ma.qutb.programmes.fact.FactTables;
import ma.qutb.programmes.fact.Locator;
import org.jspecify.annotations.Nullable;

/** Turns a row of a file into a fact, checking each cell. */
final class Preparing {

    private static final long CENTIMES = 100;

    private final FactTable table;
    private final Known known;

    Preparing(FactTable table, Known known) {
        this.table = table;
        this.known = known;
    }

    PreparedFact prepare(ReferenceRow row) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (var column : table.columns()) {
            if (column.required()) {
                row.text(column.name() + (column.kind() == Column.Kind.WORDS ? "_ar" : ""));
            }
            keep(column, row, cells);
        }
        return new PreparedFact(
                table, row, id(row), table.subjectColumn().map(row::text).orElse(null), fact(row), cells);
    }

    private String id(ReferenceRow row) {
        var key = table.key().stream().map(row::text).collect(Collectors.joining("/"));
        return table.name() + ":" + key + (table.isPerSource() ? "@" + row.text("source") : "");
    }

    private Map<String, @Nullable Object> fact(ReferenceRow row) {
        Map<String, @Nullable Object> fact = new LinkedHashMap<>();
        fact.put("table_name", table.name());
        fact.put("position", row.line());
        fact.put("subject_code", table.subjectColumn().map(row::text).orElse(null));
        title(row, fact);
        fact.put("territory_code", place(row));
        fact.put("year", year(row));
        fact.put("axis", own(row, FactTable::axisColumn));
        figure(row, fact);
        source(row, fact);
        for (var language : Column.LANGUAGES) {
            fact.put("says_" + language, row.has("says_" + language) ? row.text("says_" + language) : "");
            fact.put("caveat_" + language, words(row, language, "caveat_", "note_"));
        }
        return fact;
    }

    private void title(ReferenceRow row, Map<String, @Nullable Object> fact) {
        var from = row;
        var column = table.title();
        if (table.titleOfSubject()) {
            var subject = known.subject(row.text(column))
                    .orElseThrow(
                            () -> row.broken(table.title(), "'" + row.text(table.title()) + "' is not a known code"));
            from = subject.row();
            column = subject.table().title();
        }
        for (var language : Column.LANGUAGES) {
            var inWords = table.titleInWords() || table.titleOfSubject();
            fact.put("title_" + language, from.text(inWords ? column + "_" + language : column));
        }
    }

    /** The cell of the row, or of what it belongs to. */
    private @Nullable String own(ReferenceRow row, Function<FactTable, Optional<String>> column) {
        var here = column.apply(table);
        if (here.isPresent()) {
            return row.optional(here.get());
        }
        return owner(row)
                .flatMap(it -> column.apply(it.table())
                        .flatMap(there -> Optional.ofNullable(it.row().optional(there))))
                .orElse(null);
    }

    private @Nullable String place(ReferenceRow row) {
        var named = table.belongsTo().filter(row::has).map(row::orEmpty).filter(known::place);
        return named.orElseGet(() -> own(row, FactTable::placeColumn));
    }

    private Optional<Known.Subject> owner(ReferenceRow row) {
        return table.belongsTo().map(it -> row.has(it) ? row.orEmpty(it) : it).flatMap(known::subject);
    }

    private @Nullable Integer year(ReferenceRow row) {
        var text = own(row, FactTable::yearColumn);
        // The checked column has said already that the cell is a year or a day.
        return text == null ? null : Integer.valueOf(text.substring(0, 4));
    }

    private void figure(ReferenceRow row, Map<String, @Nullable Object> fact) {
        Long amount = null;
        Long quantity = null;
        String unit = null;
        String hedge = null;
        var columns = table.figureColumns().orElse(null);
        var value = columns == null ? null : row.whole(columns.value());
        if (columns != null && value != null) {
            unit = row.has(columns.unit()) ? row.orEmpty(columns.unit()) : columns.unit();
            hedge = columns.hedge().isEmpty() ? null : row.optional(columns.hedge());
            if (unit.equals("MAD")) {
                amount = Math.multiplyExact(value, CENTIMES);
            } else {
                quantity = value;
            }
        }
        fact.put("amount_centimes", amount);
        fact.put("quantity", quantity);
        fact.put("unit", unit);
        fact.put("hedge", hedge);
        fact.put(
                "standing",
                value == null ? null : table.standingColumn().map(row::optional).orElse(null));
    }

    private void source(ReferenceRow row, Map<String, @Nullable Object> fact) {
        boolean published = row.has("source");
        fact.put("source", published ? named(row, "source", row.text("source"), known::source) : null);
        fact.put("origin", published ? null : row.text("origin"));
        Locator locator = null;
        if (published) {
            try {
                locator = Locator.of(row.text("locator"));
            } catch (IllegalArgumentException e) {
                throw row.broken("locator", "'" + row.text("locator") + "' is not paragraph:sentence");
            }
        }
        fact.put("paragraph", locator == null ? null : locator.paragraph());
        fact.put("sentence", locator == null ? null : locator.sentence());
    }

    private void keep(Column column, ReferenceRow row, Map<String, @Nullable Object> cells) {
        var name = column.name();
        switch (column.kind()) {
            case WORDS -> column.stored().forEach(it -> cells.put(it, row.orEmpty(it)));
            case TEXT -> cells.put(name, row.optional(name));
            case WORD -> cells.put(name, word(row, name));
            case WHOLE -> cells.put(name, row.whole(name));
            case YEAR -> cells.put(name, row.year(name));
            case MONEY -> {
                var dirhams = row.whole(name);
                cells.put(column.stored().getFirst(), dirhams == null ? null : Math.multiplyExact(dirhams, CENTIMES));
            }
            case DECIMAL -> cells.put(name, row.decimal(name));
            case FLAG -> cells.put(name, row.flag(name));
            case DAY -> cells.put(name, day(row, name));
            case TEXTS -> cells.put(name, row.list(name));
            case SUBJECT ->
                cells.put(name, code(row, name, it -> known.subject(it).isPresent()));
            case TERRITORY -> cells.put(name, code(row, name, known::place));
            case SITE ->
                cells.put(
                        name,
                        code(
                                row,
                                name,
                                it -> known.place(it) || known.subject(it).isPresent()));
            case CRAFT -> cells.put(name, code(row, name, known::craft));
            case SUBJECTS ->
                cells.put(name, codes(row, name, it -> known.subject(it).isPresent()));
            case TERRITORIES -> cells.put(name, codes(row, name, known::place));
            case CRAFTS -> cells.put(name, codes(row, name, known::craft));
        }
    }

    private @Nullable String word(ReferenceRow row, String column) {
        var word = row.optional(column);
        if (word != null && !known.word(word)) {
            throw row.broken(column, "'" + word + "' has no words in the bundles (programmes.word." + word + ")");
        }
        return word;
    }

    private static @Nullable String day(ReferenceRow row, String column) {
        var text = row.optional(column);
        if (text == null || text.length() == 4) {
            row.year(column);
            return text;
        }
        try {
            return java.time.LocalDate.parse(text).toString();
        } catch (java.time.DateTimeException e) {
            throw row.broken(column, "'" + text + "' is not a day");
        }
    }

    private static @Nullable String code(ReferenceRow row, String column, Predicate<String> exists) {
        var code = row.optional(column);
        return code == null ? null : named(row, column, code, exists);
    }

    private static List<String> codes(ReferenceRow row, String column, Predicate<String> exists) {
        return row.list(column).stream()
                .map(it -> named(row, column, it, exists))
                .toList();
    }

    private static String named(ReferenceRow row, String column, String code, Predicate<String> exists) {
        if (!exists.test(code)) {
            throw row.broken(column, "'" + code + "' is not a known code");
        }
        return code;
    }

    private static String words(ReferenceRow row, String language, String... prefixes) {
        for (var prefix : prefixes) {
            if (row.has(prefix + language)) {
                return row.orEmpty(prefix + language);
            }
        }
        return "";
    }

    /** All rows of all files. */
    static List<PreparedFact> all(ReferenceTexts files, Known known) {
        return FactTables.ALL.stream()
                .flatMap(table -> files.table(table).rows().stream().map(new Preparing(table, known)::prepare))
                .toList();
    }
}
