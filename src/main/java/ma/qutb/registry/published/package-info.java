/** What the publications say of a craft or a place, with the way to the publication. */
@NullMarked
package ma.qutb.registry.published;

import org.jspecify.annotations.NullMarked;
