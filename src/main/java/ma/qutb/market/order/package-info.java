/**
 * Orders: the cart a browser carries, the checkout of a guest, what was ordered and its way to the buyer, cash that carriers hold, what
 * comes back. Where the goods are and where the money is are two things, each with its own steps. Days end at midnight at the pole.
 */
@NullMarked
package ma.qutb.market.order;

import org.jspecify.annotations.NullMarked;
