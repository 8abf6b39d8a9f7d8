/** The words products are described with, in five languages, and the titles they make. */
@NullMarked
package ma.qutb.market.taxonomy;

import org.jspecify.annotations.NullMarked;
