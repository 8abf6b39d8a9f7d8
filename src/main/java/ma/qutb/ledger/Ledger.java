package ma.qutb.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;

/**
 * The one way to write. Each method joins the caller's transaction or makes its own. A {@link Refusal} or {@link Conflict} leaves
 * that transaction unusable: it is rolled back with all else that was done in it.
 */
public interface Ledger {

    /** Makes a further thing countable; one that is already known under the code stays as it is. */
    void define(Commodity commodity);

    /**
     * @throws Refusal when another book has the code
     */
    BookId openBook(NewBook book);

    /** Opens the account, or answers the one that is already open for the same purpose. */
    AccountId openAccount(NewAccount account);

    /** Moves the ceiling of an account that has one, also under its balance: then nothing is added until it has sunk. */
    void moveCeiling(AccountId account, long highest);

    /**
     * Writes an entry. The same draft under the same key is written once and answered with the first entry.
     *
     * @throws Conflict when the key stands for another draft
     * @throws Refusal when it does not balance, breaks a bound now or on any day since it occurred, or its month is closed
     */
    EntryId post(Draft draft, Poster poster);

    /** Writes several entries, in several books too: all of them or none. Use it instead of posting twice in one transaction. */
    List<EntryId> postTogether(List<Signed> drafts);

    /** The same, all by one. */
    List<EntryId> postTogether(List<Draft> drafts, Poster poster);

    /**
     * Holds accounts with bounds until the transaction ends, so that nobody else posts to them, and answers what can be taken out of
     * each. Name every such account of the entry to come at once: whoever holds one and asks for another may wait for ever.
     */
    Map<AccountId, Long> hold(Collection<AccountId> accounts);

    /** The entry that was written under this key. */
    Optional<EntryId> written(UUID key);

    /**
     * Writes the opposite of an entry, today. A reversal can be reversed.
     *
     * @throws Refusal when it is reversed already, or breaks a bound
     */
    EntryId reverse(EntryId entry, UUID key, String reason, Poster poster);

    /**
     * Holds amounts back: they count against bounds as if they were posted, until one of {@link #settle}, {@link #release} or
     * the moment it expires, after which it is given back by itself.
     */
    ReservationId reserve(Draft draft, Instant expiresAt, Poster poster);

    /**
     * Posts what was reserved, or less of it.
     *
     * @throws Refusal when the reservation is over, or the draft goes beyond it
     */
    EntryId settle(ReservationId reservation, Draft draft, Poster poster);

    /** Posts exactly what was reserved, as occurred today. */
    EntryId settle(ReservationId reservation, UUID key, Poster poster);

    /**
     * Gives back what was reserved.
     *
     * @throws Refusal when the reservation is over
     */
    void release(ReservationId reservation, String reason, Poster poster);

    /**
     * Closes a month of a book for good: it keeps every balance, and nothing is posted in it any more.
     *
     * @throws Refusal when the month is not over, not the next one, or something reserved in it is open
     */
    void closeMonth(BookId book, YearMonth month, Poster poster);
}
