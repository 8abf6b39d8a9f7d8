/** The card of an artisan: what it says and how it is drawn. */
@NullMarked
package ma.qutb.documents.card;

import org.jspecify.annotations.NullMarked;
