/**
 * What all pages share, for everybody who makes one: the {@link ma.qutb.shell.Page} each template is drawn with
 * (language, texts, formats, the signed-in user), layouts, tags, lists, charts. Modules add their menu entries and
 * search sources as beans. No tables.
 */
@NullMarked
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"kernel", "platform"})
package ma.qutb.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
