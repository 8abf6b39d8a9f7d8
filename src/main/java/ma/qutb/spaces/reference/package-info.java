/** What the publications say about sites, and what crafts bring with them. */
@NullMarked
package ma.qutb.spaces.reference;

import org.jspecify.annotations.NullMarked;
