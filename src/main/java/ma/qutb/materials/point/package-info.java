/** Sale points: where, by whom and under which convention material is sold. */
@NullMarked
package ma.qutb.materials.point;

import org.jspecify.annotations.NullMarked;
