/**
 * Paper: what a module composes its printed documents with. A {@link ma.qutb.documents.pdf.Paper} is one PDF/A-2u document,
 * made of {@link ma.qutb.documents.pdf.Sheet}s on which text (Arabic, Latin and Tifinagh in one line), rules, ornaments,
 * pictures and QR codes are laid, in millimetres from the top left corner.
 */
@NullMarked
@NamedInterface("pdf")
package ma.qutb.documents.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
