/**
 * The solidarity fund as its partners see it: who put in what, whether it is whole in dirhams and in grams, what could kill it,
 * what would become of it, and the report that says so.
 */
@NullMarked
package ma.qutb.materials.fund;

import org.jspecify.annotations.NullMarked;
