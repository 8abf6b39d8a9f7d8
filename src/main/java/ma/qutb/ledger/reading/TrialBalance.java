package ma.qutb.ledger.reading;

import java.util.List;
import ma.qutb.ledger.Commodity;

/** The balances of a book, commodity by commodity: the debits of each equal its credits. */
public record TrialBalance(List<Part> parts) {

    /** One commodity. */
    public record Part(Commodity commodity, List<Row> rows) {

        public long debits() {
            return rows.stream().mapToLong(Row::debit).sum();
        }

        public long credits() {
            return rows.stream().mapToLong(Row::credit).sum();
        }
    }

    /** One account with its balance, debits counted positive. */
    public record Row(ChartAccount account, long balance) {

        public long debit() {
            return Math.max(balance, 0);
        }

        public long credit() {
            return Math.max(-balance, 0);
        }
    }
}
