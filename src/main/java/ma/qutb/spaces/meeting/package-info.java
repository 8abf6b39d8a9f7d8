/** Meetings about unused premises with who came and what was decided, and what cooperatives and communes propose to make of a premises. */
@NullMarked
package ma.qutb.spaces.meeting;

import org.jspecify.annotations.NullMarked;
