/**
 * Selling raw material to artisans over the counter: who may buy and how much, from which lot, at what price, for cash, by transfer
 * or on agreed credit; the receipt, and undoing what was sold in error. A sale is one transaction and one entry of the ledger.
 */
@NullMarked
package ma.qutb.materials.counter;

import org.jspecify.annotations.NullMarked;
