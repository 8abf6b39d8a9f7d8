/** Reading: balances, trial balance, journal and statements, at any instant and on any day. */
@NullMarked
package ma.qutb.ledger.reading;

import org.jspecify.annotations.NullMarked;
