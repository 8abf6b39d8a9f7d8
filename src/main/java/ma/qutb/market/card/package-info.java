/**
 * Cards for what other modules are owed: they offer {@link ma.qutb.market.card.CardDebts}, the market leads whoever pays to the acquirer,
 * hears its word once, and hands the money over between the books.
 */
@NullMarked
@NamedInterface("card")
package ma.qutb.market.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
