package ma.qutb.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry to write. Debits and credits are equal in each commodity.
 *
 * @param key names the request, minted when the form is drawn: what is sent twice under one key is written once
 * @param kind why it is written, lower case; its words are the text {@code ledger.kind.<kind>}
 * @param occurredOn the day it happened at the pole, not after today; the ledger itself notes when it was posted
 */
public record Draft(
        BookId book,
        UUID key,
        String kind,
        LocalDate occurredOn,
        String reason,
        @Nullable Source source,
        List<Line> lines) {

    public Draft {
        reason = Line.oneLine(reason);
        lines = List.copyOf(lines);
    }

    public static Draft of(BookId book, UUID key, String kind, LocalDate occurredOn) {
        return new Draft(book, key, kind, occurredOn, "", null, List.of());
    }

    public Draft because(String why) {
        return new Draft(book, key, kind, occurredOn, why, source, lines);
    }

    public Draft from(Source record) {
        return new Draft(book, key, kind, occurredOn, reason, record, lines);
    }

    public Draft debit(AccountId account, long amount) {
        return with(new Line(account, amount));
    }

    public Draft credit(AccountId account, long amount) {
        return with(new Line(account, Math.negateExact(amount)));
    }

    private Draft with(Line line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new Draft(book, key, kind, occurredOn, reason, source, more);
    }
}
