/**
 * From the bench to the buyer, for the maker, the hall and whoever buys: what is offered and how its price is made up, each piece with
 * its place and its history, one stock for every channel. A maker proposes from the telephone, the hall reviews and inspects, and
 * {@link ma.qutb.market.Stock} lets each piece be had once. Public pages read the table {@code market.shelf}, which is kept in the
 * transaction of every change. Money is whole centimes, silver whole milligrams, sizes whole millimetres.
 */
@NullMarked
@ApplicationModule(
        displayName = "Market",
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
            "registry::naming",
            "registry::pick",
            "registry::writing",
            "materials"
        })
package ma.qutb.market;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
