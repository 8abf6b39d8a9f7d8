package ma.qutb.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.ledger.BookTotals.Held;

/** What a book held at an instant that is over, and what moved it between two of them: for reports that may be written again. */
public interface BookPeriods {

    /**
     * What moved accounts of one purpose.
     *
     * @param kind of the entries; a reversal counts as what it reverses, so that what was undone is nothing
     */
    record Moved(String kind, ChartRole role, String commodity) {}

    /**
     * What fixes everything in a book up to an entry: whoever has number and hash on paper sees if any of it was changed since.
     *
     * @param hash in lower-case hex
     */
    record Seal(long number, String hash) {}

    /** Every account that held something, as it had been posted at this instant. */
    List<Held> held(BookId book, Instant at);

    /** What was posted after one instant, up to and with another; debits counted positive. */
    Map<Moved, Long> moved(BookId book, Instant after, Instant upTo);

    /** None before the first entry. */
    Optional<Seal> seal(BookId book, Instant at);
}
