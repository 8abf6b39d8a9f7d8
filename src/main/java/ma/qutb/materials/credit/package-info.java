/**
 * Credit by contract: what an artisan may owe a fund and for how long, what is due and overdue, what is paid back, and reminding. Who is
 * overdue buys on credit no more.
 */
@NullMarked
package ma.qutb.materials.credit;

import org.jspecify.annotations.NullMarked;
