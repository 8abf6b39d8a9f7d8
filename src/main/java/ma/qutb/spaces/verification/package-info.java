/** The public page on which anybody has a draw computed again from its published files. */
@NullMarked
package ma.qutb.spaces.verification;

import org.jspecify.annotations.NullMarked;
