/**
 * Contracts of units: written from dated clauses, printed, signed by tenant and pole, renewed, given notice of and ended. A lease holds
 * its unit from the first word on, so that nobody else is promised it; what it costs on a day is told to {@code rent}.
 */
@NullMarked
package ma.qutb.spaces.lease;

import org.jspecify.annotations.NullMarked;
