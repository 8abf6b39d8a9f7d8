package ma.qutb.ledger;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a book comes to, by what its accounts are for; debits counted positive, in the smallest part of their commodity. Months
 * are those in which entries were posted.
 */
public interface BookTotals {

    /** An account and what it holds. */
    record Held(
            AccountId account,
            ChartRole role,
            String commodity,
            Owner owner,
            @Nullable UUID subject,
            Label name,
            long amount) {

        /** Where its statement is read. */
        public String path() {
            return "/app/ledger/accounts/" + account.value();
        }
    }

    /** Accounts that are for the same and count the same. */
    record Purpose(ChartRole role, String commodity) {}

    /** Every account of the book that holds something now. */
    List<Held> now(BookId book);

    /**
     * What accounts held together at the end of each month since this one; at the end of the running month, what they hold now.
     * Months before the first entry are left out.
     */
    SortedMap<YearMonth, Map<Purpose, Long>> months(BookId book, YearMonth since);

    /** {@link #now} and {@link #months}, as of one entry and read at once. */
    Whole whole(BookId book, YearMonth since);

    /** What a book comes to now and what it came to month after month. */
    record Whole(List<Held> now, SortedMap<YearMonth, Map<Purpose, Long>> months) {}

    /** The number of the last entry; 0 before the first. */
    long last(BookId book);

    /** What accounts of the book held when this entry was the last. */
    Map<AccountId, Long> after(BookId book, long number, Collection<AccountId> accounts);
}
