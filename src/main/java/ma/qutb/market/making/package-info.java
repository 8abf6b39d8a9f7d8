/** The maker's telephone: a thing is offered in a few taps, one act a screen; what waits, what is sold, what came back. */
@NullMarked
package ma.qutb.market.making;

import org.jspecify.annotations.NullMarked;
