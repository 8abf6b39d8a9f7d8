/** Labels and certificates of makers, as their papers say: noted by the hall, shown in the passports of what they make. */
@NullMarked
package ma.qutb.market.certificate;

import org.jspecify.annotations.NullMarked;
