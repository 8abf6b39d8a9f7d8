/** Papers and photos that belong to records of this module. */
@NullMarked
package ma.qutb.materials.paper;

import org.jspecify.annotations.NullMarked;
