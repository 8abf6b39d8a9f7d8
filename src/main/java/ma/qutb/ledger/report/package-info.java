/** Reports as tables that leave the house: the same figures in a spreadsheet and on paper, in the reader's language. */
@NullMarked
package ma.qutb.ledger.report;

import org.jspecify.annotations.NullMarked;
