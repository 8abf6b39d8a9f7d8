/**
 * Papers and files, for whoever prints, scans or uploads: numbered documents that anybody can verify by the QR code on them
 * ({@link ma.qutb.documents.Documents}), the paper they are drawn on ({@code documents.pdf}), and uploaded photos and files
 * ({@link ma.qutb.documents.Files}). It knows no artisan, course or sale: the modules above hand it what is to be printed.
 */
@NullMarked
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"kernel", "platform", "shell", "shell::list", "shell::search", "identity"})
package ma.qutb.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
