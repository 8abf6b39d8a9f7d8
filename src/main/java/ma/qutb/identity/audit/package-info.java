/** The trail of every change and of acts that change nothing, for auditors. */
@NullMarked
package ma.qutb.identity.audit;

import org.jspecify.annotations.NullMarked;
