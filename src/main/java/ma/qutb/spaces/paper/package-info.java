/** The look of papers about leases and rents: a heading with number and QR code, facts, clauses, tables, places to sign. */
@NullMarked
package ma.qutb.spaces.paper;

import org.jspecify.annotations.NullMarked;
