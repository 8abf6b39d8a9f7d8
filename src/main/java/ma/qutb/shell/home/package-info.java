/** The public home page. */
@NullMarked
package ma.qutb.shell.home;

import org.jspecify.annotations.NullMarked;
