/**
 * Who the pole works with, for the registrar at the counter and everybody who looks somebody up: people and what they
 * practise, organisations and how they are formed, crafts, territories with their history, distinctions. Other modules
 * name people, organisations, crafts and places by the ids and codes of this package and ask {@link ma.qutb.registry.People},
 * {@link ma.qutb.registry.Organisations}, {@link ma.qutb.registry.Crafts} and {@link ma.qutb.registry.Territories} about them.
 */
@NullMarked
@ApplicationModule(
        displayName = "Registry",
        allowedDependencies = {
            "kernel",
            "platform",
            "shell",
            "shell::search",
            "shell::list",
            "shell::map",
            "identity",
            "documents",
            "importing"
        })
package ma.qutb.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
