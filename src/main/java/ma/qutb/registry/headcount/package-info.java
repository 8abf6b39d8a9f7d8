/** How many artisans and organisations there are of a kind, the real ones and those of the demonstration apart. */
@NullMarked
package ma.qutb.registry.headcount;

import org.jspecify.annotations.NullMarked;
