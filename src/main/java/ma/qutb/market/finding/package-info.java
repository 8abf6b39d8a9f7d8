/** What a visitor of the store looks for and what the shelf answers: one query for the rows of a page, one for the counts beside it. */
@NullMarked
package ma.qutb.market.finding;

import org.jspecify.annotations.NullMarked;
