/** Crafts in their families, with the words people use for them, and which of them are endangered according to whom. */
@NullMarked
package ma.qutb.registry.craft;

import org.jspecify.annotations.NullMarked;
