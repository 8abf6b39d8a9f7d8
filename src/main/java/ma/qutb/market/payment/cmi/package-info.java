/** Cards through the hosted page of CMI, "3D Pay Hosting", whose messages are signed with hash version 3. */
@NullMarked
package ma.qutb.market.payment.cmi;

import org.jspecify.annotations.NullMarked;
