/** The hall types what a maker without a telephone brings; it goes the same way as what makers propose themselves. */
@NullMarked
package ma.qutb.market.entry;

import org.jspecify.annotations.NullMarked;
