/** Photos of people: who may add one and who may see it. */
@NullMarked
package ma.qutb.registry.photo;

import org.jspecify.annotations.NullMarked;
