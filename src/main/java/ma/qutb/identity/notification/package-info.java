/** What the bell rings for. */
@NullMarked
package ma.qutb.identity.notification;

import org.jspecify.annotations.NullMarked;
