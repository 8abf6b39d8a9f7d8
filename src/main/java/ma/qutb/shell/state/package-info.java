/** Pages for what goes wrong: not found, not allowed, session over, a fault, no network. */
@NullMarked
package ma.qutb.shell.state;

import org.jspecify.annotations.NullMarked;
