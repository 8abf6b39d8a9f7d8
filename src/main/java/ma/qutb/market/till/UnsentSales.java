package ma.qutb.market.till;

import java.util.UUID;

/** Knows whether a device may still hold sales of a till that have not arrived. */
@FunctionalInterface
interface UnsentSales {

    boolean of(UUID till);
}
