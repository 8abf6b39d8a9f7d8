/** Pieces: where they are, where they stand, who they are kept for. */
@NullMarked
package ma.qutb.market.stock;

import org.jspecify.annotations.NullMarked;
