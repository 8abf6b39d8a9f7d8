/**
 * Unused premises of the villages: recorded on a phone where there is no network and sent later, shown by commune on a list and a map,
 * assessed by questions whose points are a dated rule.
 */
@NullMarked
package ma.qutb.spaces.premises;

import org.jspecify.annotations.NullMarked;
