/**
 * Raw materials at cost that renews itself, for the clerk at the counter, the director, the partners and the jewellers: sale
 * points and what they hold, lot by lot; how a lot comes in from a supplier, is moved, melted or lost, and is sold; and the
 * solidarity fund, whole in dirhams and in grams. A fund is one book of the ledger (decision 0008). Quantities are whole
 * milligrams for silver and the smallest part of the unit for other materials; money is whole centimes.
 */
@NullMarked
@ApplicationModule(
        displayName = "Materials",
        allowedDependencies = {
            "kernel",
            "platform",
            "shell",
            "shell::search",
            "shell::list",
            "shell::offline",
            "shell::chart",
            "identity",
            "documents",
            "documents::pdf",
            "ledger",
            "registry",
            "registry::form",
            "registry::pick",
            "registry::writing"
        })
package ma.qutb.materials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
