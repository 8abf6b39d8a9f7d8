/**
 * Invoices and credit notes, for buyers, tax office and whoever keeps the books: numbers without gaps for each issuer and year, the mentions
 * the law asks for (CGI, article 145-III), identifiers as they were that day, and what leaves the country. Orders and the till call {@link
 * ma.qutb.market.invoice.Invoices}.
 */
@NullMarked
package ma.qutb.market.invoice;

import org.jspecify.annotations.NullMarked;
