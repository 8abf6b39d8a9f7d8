/** A few dozen made-up products to try the store with, told by the activities of the product themselves. Absent unless {@code qutb.demo=true}. */
@NullMarked
package ma.qutb.market.demonstration;

import org.jspecify.annotations.NullMarked;
