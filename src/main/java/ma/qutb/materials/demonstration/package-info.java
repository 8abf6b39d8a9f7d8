/**
 * Two years of a made-up sale point to try Qutb with: told by the activities of the product themselves, day after day, with the clock
 * set back. Absent unless {@code qutb.demo=true}.
 */
@NullMarked
package ma.qutb.materials.demonstration;

import org.jspecify.annotations.NullMarked;
