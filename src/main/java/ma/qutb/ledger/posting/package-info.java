/** Writing: entries, reversals, reservations, closings. Nothing here decides; the functions of the schema do. */
@NullMarked
package ma.qutb.ledger.posting;

import org.jspecify.annotations.NullMarked;
