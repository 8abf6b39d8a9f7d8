/** The ledger accounts of funds, points and lots, opened once and remembered. */
@NullMarked
package ma.qutb.materials.account;

import org.jspecify.annotations.NullMarked;
