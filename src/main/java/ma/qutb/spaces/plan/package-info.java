/** The plan of a site on any day, its import and its editor. */
@NullMarked
package ma.qutb.spaces.plan;

import org.jspecify.annotations.NullMarked;
