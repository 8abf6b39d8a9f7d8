package ma.qutb.ledger.reading;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import ma.qutb.ledger.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What was posted in a book since its last closed month.
 *
 * @param closed the last closed month; null before the first
 * @param first the month of the first entry since; null when there is none
 */
record BookTail(@Nullable YearMonth closed, @Nullable YearMonth first, List<Moved> moved) {

    /** What an account was moved by in a month, debits counted positive. */
    record Moved(YearMonth month, AccountId account, long amount) {}

    /** For {@code unnest}, beside the other two. */
    String[] months() {
        return texts(it -> it.month().atDay(1));
    }

    String[] accounts() {
        return texts(it -> it.account().value());
    }

    String[] amounts() {
        return texts(Moved::amount);
    }

    private String[] texts(Function<Moved, Object> value) {
        return moved.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
