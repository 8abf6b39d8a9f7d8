/**
 * Paying makers what they earned: a statement each, cash against a signed paper or a file for the bank, every figure as the ledger says.
 * An earning is stamped with the payout that pays it, and the stamp is the claim: whoever runs twice pays once.
 */
@NullMarked
package ma.qutb.market.payout;

import org.jspecify.annotations.NullMarked;
