/** Distinctions as the records of people and organisations show them; they are recorded in {@code registry.distinction}. */
@NullMarked
package ma.qutb.registry.honour;

import org.jspecify.annotations.NullMarked;
