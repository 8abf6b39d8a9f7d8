/** Cooperatives, associations, enterprises and other bodies: their numbers, their members, and how a cooperative is formed. */
@NullMarked
package ma.qutb.registry.organisation;

import org.jspecify.annotations.NullMarked;
