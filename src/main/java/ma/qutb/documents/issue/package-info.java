/** Numbers, tokens and the record of every document issued. */
@NullMarked
package ma.qutb.documents.issue;

import org.jspecify.annotations.NullMarked;
