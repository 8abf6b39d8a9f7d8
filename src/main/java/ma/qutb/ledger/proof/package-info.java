/** Proof: the whole ledger computed again from its first entry, every night and whenever an auditor asks. */
@NullMarked
package ma.qutb.ledger.proof;

import org.jspecify.annotations.NullMarked;
