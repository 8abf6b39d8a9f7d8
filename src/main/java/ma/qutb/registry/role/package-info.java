/** What people are besides artisans: apprentices, trainers, managers, from a day to a day. What ends stays written. */
@NullMarked
package ma.qutb.registry.role;

import org.jspecify.annotations.NullMarked;
