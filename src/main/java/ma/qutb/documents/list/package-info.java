/** All issued documents, for staff. */
@NullMarked
package ma.qutb.documents.list;

import org.jspecify.annotations.NullMarked;
