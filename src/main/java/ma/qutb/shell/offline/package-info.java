/**
 * Selling where there is no network, once for every room that does it: a device is registered by what it is allotted, which nobody else can
 * have meanwhile; it sells from that under keys of its own, and each sale that is sent later is written exactly once. A room brings its own
 * table of allotments (they point at its tills), what an allotment consists of, and how a sale of it is written; the device's half is the
 * script {@code offline-room.js} and the list of rooms in the service worker.
 */
@NullMarked
@NamedInterface("offline")
package ma.qutb.shell.offline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
