/** Counting what lies at a point: blind, as of a place in the journal, with a reason for each difference and a second person's consent. */
@NullMarked
package ma.qutb.materials.stocktake;

import org.jspecify.annotations.NullMarked;
