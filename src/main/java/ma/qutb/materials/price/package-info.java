/**
 * What a gram is sold at: the quote of the day to buy it again, what a point adds, and the floor under every sale, which keeps the
 * fund able to buy what it sold.
 */
@NullMarked
package ma.qutb.materials.price;

import org.jspecify.annotations.NullMarked;
