package ma.qutb.shell.list;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Scope;
import ma.qutb.shell.Formats;

/** The SQL of one question to a list: made of the fragments of its declaration, with the reader's values as parameters only. */
final class Statement {

    private final RecordList list;
    private final Language language;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    Statement(RecordList list, Asked asked, Scope scope, Language language, LocalDate today) {
        this.list = list;
        this.language = language;
        parameters.put("today", today);
        list.conditions.forEach(it -> conditions.add("(" + it + ")"));
        if (list.scope != null && scope instanceof Scope.Within(var territories)) {
            conditions.add("(" + list.scope + ")");
            parameters.put("scope", territories.toArray(String[]::new));
        }
        list.filters.forEach(it -> narrow(it, asked));
    }

    private void narrow(Filter filter, Asked asked) {
        var key = filter.key();
        switch (filter.form()) {
            case TEXT -> {
                var typed = filter.reading().apply(asked.first(key));
                if (!typed.isBlank()) {
                    require(filter.condition(), key, typed);
                }
            }
            case CHOICE, TERRITORY ->
                known(filter, asked).stream().findFirst().ifPresent(it -> require(filter.condition(), key, it));
            case CHOICES -> {
                var chosen = known(filter, asked);
                if (!chosen.isEmpty()) {
                    require(filter.condition(), key, chosen.toArray(String[]::new));
                }
            }
            case PERIOD, MOMENTS -> {
                day(asked, key + "_from")
                        .ifPresent(it -> require(
                                filter.condition() + " >= :" + key + "_from", key + "_from", beginning(filter, it)));
                day(asked, key + "_to")
                        .ifPresent(it -> require(
                                filter.condition() + " < :" + key + "_to",
                                key + "_to",
                                beginning(filter, it.plusDays(1))));
            }
            case YES_NO -> {
                switch (asked.first(key)) {
                    case "yes" -> conditions.add("(" + filter.condition() + ")");
                    case "no" -> conditions.add("not coalesce((" + filter.condition() + "), false)");
                    default -> {}
                }
            }
        }
    }

    /** When a day at the pole begins is for Java to say: the database may not know yet what Morocco did to its clocks. */
    private static Object beginning(Filter filter, LocalDate day) {
        return filter.form() == Filter.Form.PERIOD
                ? day
                : day.atStartOfDay(Formats.ZONE).toOffsetDateTime();
    }

    private void require(String condition, String name, Object value) {
        conditions.add("(" + condition + ")");
        parameters.put(name, value);
    }

    /** Chosen values the filter really has; others are as if not chosen. */
    List<String> known(Filter filter, Asked asked) {
        var chosen = asked.all(filter.key());
        if (chosen.isEmpty()) {
            return List.of();
        }
        var offered =
                filter.options().apply(language).stream().map(Option::value).toList();
        return chosen.stream().filter(offered::contains).toList();
    }

    static Optional<LocalDate> day(Asked asked, String name) {
        try {
            return asked.first(name).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(asked.first(name)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** All rows in order. */
    String rows(List<Column> columns, String sort) {
        return worded(selected(columns) + restricted() + ordered(sort));
    }

    /**
     * The rows of one page, {@code row_limit} after the first {@code row_offset}. Behind the first page they are chosen by their keys
     * first, so that nothing is looked up for the rows that are skipped.
     */
    String page(List<Column> columns, String sort, boolean first) {
        if (first) {
            return rows(columns, sort) + " limit :row_limit offset :row_offset";
        }
        return worded(selected(columns) + "from " + list.from + " where " + list.key + " in (select " + list.key + " "
                + restricted() + ordered(sort) + " limit :row_limit offset :row_offset)" + ordered(sort));
    }

    private String selected(List<Column> columns) {
        var selected = new ArrayList<String>();
        selected.add("(" + list.key + ")::text as row_key");
        selected.add((list.demonstration == null ? "false" : "(" + list.demonstration + ")") + " as row_demonstration");
        for (int i = 0; i < columns.size(); i++) {
            selected.add("(" + columns.get(i).value() + ") as value_" + i);
            if (columns.get(i).under() != null) {
                selected.add("(" + columns.get(i).under() + ")::text as under_" + i);
            }
        }
        return "select " + String.join(", ", selected) + " ";
    }

    /** Counts, but no further than the bound. */
    String count(int bound) {
        return worded("select count(*) from (select 1 " + restricted() + " limit " + bound + ") as counted");
    }

    String countAll() {
        return worded("select count(*) " + restricted());
    }

    private String restricted() {
        return "from " + list.from + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
    }

    private String ordered(String sort) {
        if (sort.isEmpty()) {
            return " order by " + list.key;
        }
        var column = list.column(sort.replaceFirst("^-", "")).orElseThrow();
        if (!sort.startsWith("-")) {
            return " order by " + column.sort() + ", " + list.key;
        }
        // The key turns too, so that one index serves both directions.
        return " order by " + column.sort() + " desc" + (column.required() ? "" : " nulls last") + ", " + list.key
                + " desc";
    }

    private String worded(String sql) {
        var code = language.complete() ? language.code() : "ar";
        // Latin letters have one order, French: an index for each language would be written for nothing.
        var collation = language.rightToLeft() || !language.complete() ? "ar-x-icu" : "fr-x-icu";
        return sql.replace("{lang}", code).replace("{collation}", "\"" + collation + "\"");
    }
}
