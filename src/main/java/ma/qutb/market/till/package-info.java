/**
 * The hall's till, for a seller who stands with a tablet or a telephone, a piece in one hand: a scanned tag is held, the cart is paid in
 * cash, by card or both, and what was sold earns at once. Each till is opened and closed with a count of every currency, and sells on from
 * pieces allotted to its device where there is no network.
 *
 * <p>Euros and dollars are commodities of the book of their own, so that each drawer has one account for every currency which the ledger
 * keeps from going below zero, and a count is compared with the book and nothing else. What such notes were taken for stands beside them in
 * dirhams, in one account of each till and currency; it leaves with the notes, in proportion, when the bank takes them, and what the bank
 * gives more or less is a gain or a cost of exchange. Change is always given in dirhams.
 */
@NullMarked
package ma.qutb.market.till;

import org.jspecify.annotations.NullMarked;
