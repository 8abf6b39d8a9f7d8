/** What the module loads at the start: words, places, the first rule of shares. */
@NullMarked
package ma.qutb.market.reference;

import org.jspecify.annotations.NullMarked;
