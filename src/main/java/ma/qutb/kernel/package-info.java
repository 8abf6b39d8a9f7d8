/**
 * Values that three modules or more need, for everybody who writes a module: who acts ({@link ma.qutb.kernel.Actor}), for
 * which part of the region ({@link ma.qutb.kernel.Scope}), in which language, and how a rule says no
 * ({@link ma.qutb.kernel.Refusal}). No tables, no business rule.
 */
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
package ma.qutb.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
