/** What somebody sees who scans the QR code of a paper, or types its number. */
@NullMarked
package ma.qutb.documents.verification;

import org.jspecify.annotations.NullMarked;
