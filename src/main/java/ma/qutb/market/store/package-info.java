/** The public store: lists, pieces, makers and terms, without an account and without a script. */
@NullMarked
package ma.qutb.market.store;

import org.jspecify.annotations.NullMarked;
