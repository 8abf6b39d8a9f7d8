/**
 * Who uses Qutb, for administrators and auditors: user accounts, roles held for a site or territory, sign-in, sessions,
 * notifications and the audit trail of every change.
 */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"kernel", "platform", "shell", "shell::list", "shell::search"})
package ma.qutb.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
