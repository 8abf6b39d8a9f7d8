/**
 * An acquirer to try payments with: a process of its own that speaks the protocol of {@link ma.qutb.market.payment.cmi} over the network and
 * lets whoever tests decide what the bank says. Nothing of Qutb calls it; {@code bin/fake-acquirer} starts it.
 */
@NullMarked
package ma.qutb.market.payment.fake;

import org.jspecify.annotations.NullMarked;
