/** Units: what each offers and bears, its states, what it was before and what became of it. */
@NullMarked
package ma.qutb.spaces.unit;

import org.jspecify.annotations.NullMarked;
