/** User accounts, the roles they hold for a place and a time, and what these allow. */
@NullMarked
package ma.qutb.identity.account;

import org.jspecify.annotations.NullMarked;
