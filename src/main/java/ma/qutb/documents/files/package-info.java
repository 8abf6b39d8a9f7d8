/** Uploaded photos and files: checked, shrunk, scanned, kept and served. */
@NullMarked
package ma.qutb.documents.files;

import org.jspecify.annotations.NullMarked;
