package ma.qutb.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ma.qutb.kernel.DateReading;
import ma.qutb.kernel.NumberReading;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, cell by cell under the keys of the columns, and what was found wrong with it. Cells are clean:
 * invisible and control characters are gone, blanks at the ends too. Every reading method returns null for an empty cell
 * and also for one it rejects.
 */
public final class ImportRow {

    private final int line;
    private final Map<String, String> cells;
    private final List<Problem> problems = new ArrayList<>();
    /** How many of them were there before the row was read. */
    private int cleaned;

    ImportRow(int line, Map<String, String> cells) {
        this.line = line;
        this.cells = Map.copyOf(cells);
    }

    /** Line in the file (row of the sheet), the heading being on line 1. */
    public int line() {
        return line;
    }

    /** What stands in this column; null when nothing does. */
    public @Nullable String text(String column) {
        return cells.get(column);
    }

    /** A number in any of the forms people write (1.285.835, 12 000,50, ١٥٠, 50 مليون), or rejected. */
    public @Nullable BigDecimal number(String column) {
        return read(column, NumberReading::parse);
    }

    /** A whole number between two bounds, both included, or rejected. */
    public @Nullable Integer whole(String column, int least, int most) {
        return read(column, typed -> {
            var number = NumberReading.parse(typed);
            if (number.stripTrailingZeros().scale() > 0) {
                throw new Refusal("importing.problem.not-whole");
            }
            if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw new Refusal("importing.problem.out-of-range", least, most);
            }
            return number.intValueExact();
        });
    }

    /** A day (24/11/2025, 2025-11-24, 24 نونبر 2025, a serial day of Excel), or rejected. */
    public @Nullable LocalDate date(String column) {
        return read(column, DateReading::parse);
    }

    /** A telephone number, or rejected. */
    public @Nullable PhoneNumber phone(String column) {
        return read(column, PhoneNumber::parse);
    }

    /** One of several values, by any of the words that name it (compared without case, marks and hamza), or rejected. */
    public <T> @Nullable T choice(String column, Map<String, T> words) {
        return read(column, typed -> {
            var wanted = Headings.fold(typed);
            for (var word : words.entrySet()) {
                if (Headings.fold(word.getKey()).equals(wanted)) {
                    return word.getValue();
                }
            }
            throw new Refusal("importing.problem.unknown-word", String.join(" · ", words.keySet()));
        });
    }

    /** Anything else: a {@link Refusal} the function throws becomes the rejection of this cell. */
    public <T> @Nullable T read(String column, Function<String, @Nullable T> reading) {
        var text = text(column);
        if (text == null
                || problems.stream().anyMatch(it -> it.rejected() && it.column().equals(column))) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (Refusal refusal) {
            reject(column, refusal.code(), refusal.getArguments());
            return null;
        }
    }

    /** The row cannot be taken; {@code column} is empty when the row as a whole is at fault. */
    public void reject(String column, String code, Object... arguments) {
        problems.add(Problem.of(true, column, shown(column), code, arguments));
    }

    /** The row can be taken, but somebody should look. */
    public void warn(String column, String code, Object... arguments) {
        problems.add(Problem.of(false, column, shown(column), code, arguments));
    }

    private String shown(String column) {
        return cells.getOrDefault(column, "");
    }

    public boolean rejected() {
        return problems.stream().anyMatch(Problem::rejected);
    }

    /** What was found while its cells were cleaned. */
    void found(List<Problem> cleaning) {
        problems.addAll(cleaning);
        cleaned = problems.size();
    }

    /** What it means does not matter after all: only what is wrong with its cells stays. */
    void forgetReading() {
        problems.subList(cleaned, problems.size()).clear();
    }

    List<Problem> problems() {
        return problems;
    }

    Map<String, String> cells() {
        return cells;
    }
}
