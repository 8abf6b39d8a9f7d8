package ma.qutb.spaces.rent;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ma.qutb.kernel.Refusal;

/**
 * The lines of a bank's statement that brought money: a table in which semicolons or commas part the columns and the first line names
 * them: the day, the amount (or what came in), and whatever words tell who paid and for what.
 */
record StatementFile(List<Line> lines) {

    private static final int MOST_LINES = 20_000;
    private static final Set<String> DAY = Set.of("date", "day", "jour", "date operation", "date valeur", "التاريخ");
    private static final Set<String> SUM = Set.of("amount", "montant", "credit", "crédit", "المبلغ", "دائن");
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT),
            DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT));

    /**
     * Money that came.
     *
     * @param amount centimes
     * @param words all other columns of the line
     * @param occurrence how often the same stood in the file before, from 1
     */
    record Line(int line, LocalDate day, long amount, String words, int occurrence) {}

    /** @throws Refusal naming the line that cannot be read */
    static StatementFile read(String text) {
        var rows = text.replace("\uFEFF", "").lines().toList();
        if (rows.size() < 2 || rows.size() > MOST_LINES) {
            throw new Refusal("spaces.rent.refusal.no-statement");
        }
        var sign = rows.getFirst().contains(";") ? ";" : ",";
        var head = cells(rows.getFirst().toLowerCase(Locale.ROOT), sign);
        int day = column(head, DAY);
        int amount = column(head, SUM);
        if (day < 0 || amount < 0) {
            throw new Refusal("spaces.rent.refusal.no-statement");
        }
        var seen = new HashMap<String, Integer>();
        var lines = new ArrayList<Line>();
        for (int at = 1; at < rows.size(); at++) {
            var cells = cells(rows.get(at), sign);
            if (rows.get(at).isBlank() || cell(cells, amount).isEmpty()) {
                continue;
            }
            long sum = centimes(cell(cells, amount), at + 1);
            if (sum > 0) {
                var on = day(cell(cells, day), at + 1);
                var words = words(cells, day, amount);
                lines.add(new Line(at + 1, on, sum, words, seen.merge(on + "|" + sum + "|" + words, 1, Integer::sum)));
            }
        }
        if (lines.isEmpty()) {
            throw new Refusal("spaces.rent.refusal.no-statement");
        }
        return new StatementFile(lines);
    }

    private static String words(List<String> cells, int day, int amount) {
        var words = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            if (i != day && i != amount && !cells.get(i).isEmpty()) {
                words.add(cells.get(i));
            }
        }
        var all = String.join(" · ", words).replaceAll("\\p{Cntrl}+", " ");
        return all.substring(0, Math.min(all.length(), 300));
    }

    private static List<String> cells(String row, String sign) {
        var cells = new ArrayList<String>();
        for (var cell : row.split(sign, -1)) {
            cells.add(cell.strip().replaceAll("^\"|\"$", "").strip());
        }
        return cells;
    }

    private static int column(List<String> head, Set<String> names) {
        for (int i = 0; i < head.size(); i++) {
            if (names.contains(head.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String cell(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    private static LocalDate day(String text, int line) {
        for (var format : DAYS) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeParseException e) {
                // Perhaps it is written the other way.
            }
        }
        throw new Refusal("spaces.rent.refusal.line-day", line, text);
    }

    private static long centimes(String text, int line) {
        var plain = text.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (!plain.matches("[+-]?[0-9]{1,10}([.,][0-9]{1,2})?")) {
            throw new Refusal("spaces.rent.refusal.line-amount", line, text);
        }
        return new java.math.BigDecimal(plain.replace(',', '.'))
                .movePointRight(2)
                .longValueExact();
    }
}
