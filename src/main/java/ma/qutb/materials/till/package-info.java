/**
 * The till of a sale point: counted when it opens, counted blind when it closes, every difference explained by one person and approved by
 * another; money taken to the bank and fetched from it.
 */
@NullMarked
package ma.qutb.materials.till;

import org.jspecify.annotations.NullMarked;
