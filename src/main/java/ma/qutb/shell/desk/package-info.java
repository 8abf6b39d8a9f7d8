/** The first page of staff after sign-in. */
@NullMarked
package ma.qutb.shell.desk;

import org.jspecify.annotations.NullMarked;
