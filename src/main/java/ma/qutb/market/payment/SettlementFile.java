package ma.qutb.market.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ma.qutb.kernel.Refusal;

/**
 * The lines of an acquirer's settlement: a table in which commas or semicolons part the columns and the first line names them: the number
 * of the payment, what the acquirer calls it, the amount, and its fee where it takes one.
 */
record SettlementFile(List<Line> lines) {

    private static final int MOST_LINES = 20_000;
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,10}([.,]\\d{1,2})?");
    private static final Set<String> NUMBER = Set.of("oid", "orderid", "order", "number");
    private static final Set<String> REFERENCE = Set.of("transid", "transaction", "reference", "authcode");
    private static final Set<String> SUM = Set.of("amount", "montant");
    private static final Set<String> FEE = Set.of("fee", "commission", "frais");

    /** One of them; money in centimes. */
    record Line(int line, String number, String reference, long amount, long fee) {}

    /**
     * Reads a file.
     *
     * @throws Refusal naming the line that cannot be read
     */
    static SettlementFile read(String text) {
        var rows = text.replace("\uFEFF", "").lines().toList();
        if (rows.size() < 2 || rows.size() > MOST_LINES) {
            throw new Refusal("market.payment.refusal.no-settlement");
        }
        var sign = rows.getFirst().contains(";") ? ";" : ",";
        var head = cells(rows.getFirst().toLowerCase(Locale.ROOT), sign);
        int number = column(head, NUMBER);
        int reference = column(head, REFERENCE);
        int amount = column(head, SUM);
        if (number < 0 || reference < 0 || amount < 0) {
            throw new Refusal("market.payment.refusal.no-settlement");
        }
        var lines = new ArrayList<Line>();
        for (int at = 1; at < rows.size(); at++) {
            if (!rows.get(at).isBlank()) {
                var cells = cells(rows.get(at), sign);
                int line = at + 1;
                lines.add(new Line(
                        line,
                        cell(cells, number),
                        cell(cells, reference),
                        centimes(cell(cells, amount), line),
                        Optional.of(cell(cells, column(head, FEE)))
                                .filter(it -> !it.isEmpty())
                                .map(it -> centimes(it, line))
                                .orElse(0L)));
            }
        }
        return new SettlementFile(List.copyOf(lines));
    }

    private static int column(List<String> head, Set<String> names) {
        return head.indexOf(head.stream().filter(names::contains).findFirst().orElse("-"));
    }

    private static List<String> cells(String row, String sign) {
        // A sign within quotes parts nothing: an even number of quotes follows it otherwise.
        return Pattern.compile(sign + "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")
                .splitAsStream(row)
                .map(it -> it.strip().replaceAll("^\"|\"$", "").strip())
                .toList();
    }

    private static String cell(List<String> cells, int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    private static long centimes(String text, int line) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new Refusal("market.payment.refusal.settlement-line", line);
        }
        return new BigDecimal(text.replace(',', '.')).movePointRight(2).longValueExact();
    }
}
