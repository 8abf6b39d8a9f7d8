/** Every table of the publications as a file: CSV and JSON, each row with its source, headings in the reader's language. */
@NullMarked
package ma.qutb.programmes.opendata;

import org.jspecify.annotations.NullMarked;
