/** What is offered: described by its maker, reviewed by the hall, changed by proposals. */
@NullMarked
package ma.qutb.market.product;

import org.jspecify.annotations.NullMarked;
