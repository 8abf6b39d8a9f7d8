/** Places: what belonged to what in which year, the tree "then" and "today", and what a user's scope covers. */
@NullMarked
package ma.qutb.registry.territory;

import org.jspecify.annotations.NullMarked;
