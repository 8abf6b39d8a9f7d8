/** How many records the registry holds. */
@NullMarked
package ma.qutb.registry.tally;

import org.jspecify.annotations.NullMarked;
