/**
 * How much: the double-entry journal, in dirhams and in grams, for whoever handles money or silver and for those who must be
 * able to trust them. Entries balance per commodity, are chained and never change; the database itself sees to that, and
 * {@code bin/verify-ledger} proves it. Other modules post through {@link ma.qutb.ledger.Ledger} and read through {@link
 * ma.qutb.ledger.Balances}; it knows none of them, only the kind and id of the record an entry came from.
 */
@NullMarked
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"kernel", "platform", "shell", "shell::list", "identity", "documents::pdf"})
package ma.qutb.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
