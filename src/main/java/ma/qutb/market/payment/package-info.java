/**
 * How buyers pay before they have what they bought, for buyers and for those who keep the pole's money: payments with every attempt, the
 * port of acquirers of cards, transfers to the bank. A browser never settles anything: the acquirer's own call does, or somebody who
 * read the bank's statement. Knows orders only by {@link ma.qutb.market.payment.PayableOrders}.
 */
@NullMarked
package ma.qutb.market.payment;

import org.jspecify.annotations.NullMarked;
