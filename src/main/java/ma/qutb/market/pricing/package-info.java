/** How a price is made up: dated rules, one rounding, nothing lost. */
@NullMarked
package ma.qutb.market.pricing;

import org.jspecify.annotations.NullMarked;
