/** The ledger as people read it: books, chart, trial balance, journal, entries, statements, closed months. */
@NullMarked
package ma.qutb.ledger.pages;

import org.jspecify.annotations.NullMarked;
