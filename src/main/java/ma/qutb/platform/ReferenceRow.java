package ma.qutb.platform;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row of a {@link ReferenceTable}; each question about a cell checks it and fails with file, line and reason. */
public final class ReferenceRow {

    private final String file;
    private final int line;
    private final Map<String, String> cells;

    ReferenceRow(String file, int line, Map<String, String> cells) {
        this.file = file;
        this.line = line;
        this.cells = Map.copyOf(cells);
    }

    /** The text of a cell that must not be empty. */
    public String text(String column) {
        var text = cell(column);
        if (text.isEmpty()) {
            throw broken(column, "is empty");
        }
        return text;
    }

    /** The text of a cell, or null when the sources do not say. */
    public @Nullable String optional(String column) {
        var text = cell(column);
        return text.isEmpty() ? null : text;
    }

    /** The text of a cell, empty when the sources do not say. */
    public String orEmpty(String column) {
        return cell(column);
    }

    /** A year between 1800 and 2100, or null. */
    public @Nullable Integer year(String column) {
        var number = whole(column);
        if (number != null && (number < 1800 || number > 2100)) {
            throw broken(column, "'" + number + "' is not a year");
        }
        return number == null ? null : number.intValue();
    }

    /** A whole number, or null. */
    public @Nullable Long whole(String column) {
        var text = cell(column);
        try {
            return text.isEmpty() ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw broken(column, "'" + text + "' is not a whole number");
        }
    }

    /** A number with a decimal point, or null. */
    public @Nullable BigDecimal decimal(String column) {
        var text = cell(column);
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw broken(column, "'" + text + "' is not a number");
        }
    }

    /** {@code true} or empty. */
    public boolean flag(String column) {
        var text = cell(column);
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            throw broken(column, "'" + text + "' is neither true nor empty");
        }
        return text.equals("true");
    }

    /** Values separated by semicolons. */
    public List<String> list(String column) {
        return Arrays.stream(cell(column).split(";"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** One of the words a column knows. */
    public String oneOf(String column, Set<String> words) {
        var text = text(column);
        if (!words.contains(text)) {
            throw broken(
                    column,
                    "'" + text + "' is none of " + words.stream().sorted().toList());
        }
        return text;
    }

    /** A code that must be among those already read, or null. */
    public @Nullable String code(String column, Set<String> known) {
        var text = optional(column);
        if (text != null && !known.contains(text)) {
            throw broken(column, "'" + text + "' is not a known code");
        }
        return text;
    }

    public boolean has(String column) {
        return cells.containsKey(column);
    }

    public int line() {
        return line;
    }

    /** The refusal of this row for a reason only the module knows. */
    public BrokenReference broken(String column, String reason) {
        return new BrokenReference(file, line, column + " " + reason);
    }

    private String cell(String column) {
        var text = cells.get(column);
        if (text == null) {
            throw new BrokenReference(file, 1, "the column '" + column + "' is missing");
        }
        return text;
    }
}
