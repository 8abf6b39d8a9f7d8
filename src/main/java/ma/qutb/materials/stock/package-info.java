/** Materials, lots and where they lie; what is melted, parted, moved or lost. */
@NullMarked
package ma.qutb.materials.stock;

import org.jspecify.annotations.NullMarked;
