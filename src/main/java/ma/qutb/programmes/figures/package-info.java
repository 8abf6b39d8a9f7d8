/** The public pages of the region's figures: by subject, by fact, by source, by discrepancy. */
@NullMarked
package ma.qutb.programmes.figures;

import org.jspecify.annotations.NullMarked;
