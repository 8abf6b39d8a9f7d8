/** The picture of a piece where somebody sends its address: photo, title and price in the reader's language, small enough for messengers. */
@NullMarked
package ma.qutb.market.sharing;

import org.jspecify.annotations.NullMarked;
