/**
 * Programmes and what came of them, for the director who must say where a figure comes from, the funder or journalist who
 * reads the region's figures, and whoever downloads them. For now the facts of the publications: each with its source,
 * paragraph and sentence, in our own words, and with every discrepancy that concerns it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Programmes",
        allowedDependencies = {
            "kernel",
            "platform",
            "shell",
            "shell::search",
            "shell::chart",
            "shell::map",
            "identity",
            "registry",
            "registry::naming"
        })
package ma.qutb.programmes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
