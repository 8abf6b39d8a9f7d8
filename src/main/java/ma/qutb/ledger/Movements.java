package ma.qutb.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What moved accounts, for the records of other modules that want to show where something went. */
public interface Movements {

    /** The postings of these accounts, latest first, this many at most. */
    List<Movement> of(Collection<AccountId> accounts, int most);

    /**
     * A posting with its entry.
     *
     * @param number of the entry, with the code of its book
     * @param amount a debit is positive
     * @param reversed whether the entry was reversed since
     */
    record Movement(
            UUID entry,
            String number,
            String kind,
            String reason,
            LocalDate occurredOn,
            Instant postedAt,
            @Nullable Source source,
            AccountId account,
            long amount,
            boolean reversed) {

        /** Address of the entry. */
        public String path() {
            return "/app/ledger/entries/" + entry;
        }
    }
}
