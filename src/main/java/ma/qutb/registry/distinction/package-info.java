/** Prizes, medals and commendations: who received what, when, from whom, and where that is told. */
@NullMarked
package ma.qutb.registry.distinction;

import org.jspecify.annotations.NullMarked;
