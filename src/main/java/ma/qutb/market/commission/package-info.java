/**
 * What is made to order: a maker says by when, shows it growing, and brings it; the buyer sees each step. An order asks for it when its deposit
 * is there, and has the piece once it passed inspection.
 */
@NullMarked
package ma.qutb.market.commission;

import org.jspecify.annotations.NullMarked;
