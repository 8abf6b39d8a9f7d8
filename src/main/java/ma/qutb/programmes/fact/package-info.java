/** The facts of the publications as the pages read them: what each says, where it stands, which discrepancies concern it. */
@NullMarked
package ma.qutb.programmes.fact;

import org.jspecify.annotations.NullMarked;
