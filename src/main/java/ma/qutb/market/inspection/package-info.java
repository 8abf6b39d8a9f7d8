/** The hall's side: products and pieces in lists, what makers propose, what is received, inspected, moved and given back. */
@NullMarked
package ma.qutb.market.inspection;

import org.jspecify.annotations.NullMarked;
