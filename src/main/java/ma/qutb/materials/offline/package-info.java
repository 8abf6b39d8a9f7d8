/**
 * Selling while the link is down. A device is allotted part of the stock, which the ledger holds back for it; it sells from that for cash, keeps
 * each sale under a key of its own, and sends it once the link is back. A till does not close while a device may still hold sales.
 */
@NullMarked
package ma.qutb.materials.offline;

import org.jspecify.annotations.NullMarked;
