/**
 * What makers earn: the pole's book {@code MARKET} with its accounts, the one entry of each fulfilment (who holds the buyer's money against
 * makers, pole, fund, transport and tax), and its mirror when something comes back. Orders and the till call it; payouts read it.
 */
@NullMarked
package ma.qutb.market.earning;

import org.jspecify.annotations.NullMarked;
