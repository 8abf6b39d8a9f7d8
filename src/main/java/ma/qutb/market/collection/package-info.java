/** Collections: products the hall shows together, named and ordered; arranged by staff, seen by everybody. */
@NullMarked
package ma.qutb.market.collection;

import org.jspecify.annotations.NullMarked;
