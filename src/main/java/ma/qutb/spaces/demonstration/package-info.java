/** A made-up zone in the style of the real one, so that the plan can be tried: who works there and since when. Marked as such. */
@NullMarked
package ma.qutb.spaces.demonstration;

import org.jspecify.annotations.NullMarked;
