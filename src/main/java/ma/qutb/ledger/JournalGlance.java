package ma.qutb.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The latest of a journal, and whether the whole ledger was found in order: for pages about what a book is kept for. */
public interface JournalGlance {

    /**
     * An entry with its dirhams; what it moves besides is on its own page.
     *
     * @param number code of the book and place in its chain
     */
    record Latest(EntryId id, String number, String kind, LocalDate occurredOn, String reason, List<Side> sides) {

        public Latest {
            sides = List.copyOf(sides);
        }

        public String path() {
            return "/app/ledger/entries/" + id.value();
        }
    }

    /** An account and what was posted to it, debits positive, in centimes. */
    record Side(Label account, long amount) {}

    /** What the last proof of the whole ledger found. */
    record Proved(Instant at, boolean whole, long entries) {}

    List<Latest> latest(BookId book, int most);

    Optional<Proved> proved();
}
