/** What the publications say about sale points, and which materials there are. */
@NullMarked
package ma.qutb.materials.reference;

import org.jspecify.annotations.NullMarked;
