/** Whole stories across modules and months: something is followed from hand to hand, by what people press and nothing else. */
@NullMarked
package ma.qutb.scenarios;

import org.jspecify.annotations.NullMarked;
