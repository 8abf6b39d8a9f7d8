package ma.qutb.ledger.reading;

import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Label;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stands in the chart.
 *
 * @param chartNumber its place in the chart, then its name: {@code 516}
 * @param available of a bounded account: what can still be taken out, or put in under its ceiling
 */
public record ChartAccount(
        AccountId id,
        BookId book,
        Commodity commodity,
        String type,
        String role,
        String chartNumber,
        String ownerKind,
        Label name,
        @Nullable Long lowest,
        @Nullable Long highest,
        @Nullable Long available) {

    public String path() {
        return "/app/ledger/accounts/" + id.value();
    }
}
