/** How a lot comes in: suppliers, order, receipt, invoice, payment. */
@NullMarked
package ma.qutb.materials.supply;

import org.jspecify.annotations.NullMarked;
