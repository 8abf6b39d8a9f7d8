/**
 * Lists that arrive as files, for registrars and clerks: a messy CSV or Excel file is read, its columns are recognised or
 * put right by hand, every row is tried, and only when asked the good rows are taken over. A module says what a row means
 * with an {@link ma.qutb.importing.ImportKind}; everything else (files, encodings, progress, problems, taking over all or
 * nothing, the same file twice) happens here.
 */
@NullMarked
@ApplicationModule(
        displayName = "Importing",
        allowedDependencies = {"kernel", "platform", "shell", "shell::list"})
package ma.qutb.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
