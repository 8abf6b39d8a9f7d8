/**
 * Where people of the pole work, for the manager of the activity zone, the director and whoever asks for a shop: sites with what is
 * published of them, their units with what each offers and bears, and the plan of a site on any day, past or planned. A unit exists for
 * a time; split or merged it ends and others begin, and nothing is erased. Lengths are whole centimetres, areas whole square decimetres.
 */
@NullMarked
@ApplicationModule(
        displayName = "Spaces",
        allowedDependencies = {
            "kernel",
            "platform",
            "shell",
            "shell::search",
            "shell::list",
            "shell::chart",
            "shell::map",
            "shell::offline",
            "identity",
            "documents",
            "documents::pdf",
            "ledger",
            "registry",
            "registry::form",
            "registry::pick",
            "registry::writing",
            "market",
            "market::card",
            "registry::naming"
        })
package ma.qutb.spaces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
