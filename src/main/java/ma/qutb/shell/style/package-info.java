/** The living style page: every shared part in use, with data of its own. */
@NullMarked
package ma.qutb.shell.style;

import org.jspecify.annotations.NullMarked;
