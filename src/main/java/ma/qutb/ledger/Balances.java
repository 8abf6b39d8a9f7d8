package ma.qutb.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What accounts hold, debits counted positive, in the smallest part of their commodity. */
public interface Balances {

    /** Now. */
    long of(AccountId account);

    /** What can still be taken out of an account with a floor: its balance less what is reserved. */
    long available(AccountId account);

    /** The same for several accounts with bounds at once. */
    Map<AccountId, Long> available(Collection<AccountId> accounts);

    /** As it had been posted at this instant. */
    long at(AccountId account, Instant instant);

    /** As it was at the end of this day, with what was posted later but occurred by then. */
    long on(AccountId account, LocalDate day);

    /** Every account of a book that was ever posted to, as {@link #at}. */
    Map<AccountId, Long> at(BookId book, Instant instant);

    /** Every account of a book that was ever posted to, as {@link #on}. */
    Map<AccountId, Long> on(BookId book, LocalDate day);
}
