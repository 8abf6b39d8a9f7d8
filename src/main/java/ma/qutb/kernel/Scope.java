package ma.qutb.kernel;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a user's roles hold: everywhere, or in some territories (by code, with all that lies below them). What lies
 * outside is not found.
 */
public sealed interface Scope extends Serializable {

    Scope EVERYWHERE = new Everywhere();
    Scope NOWHERE = new Within(Set.of());

    /** The whole pole. */
    record Everywhere() implements Scope {}

    /** Some territories, by the codes of the registry ({@code P-GUE}, {@code C-TAT} …). */
    record Within(Set<String> territories) implements Scope {
        public Within {
            territories = Set.copyOf(territories);
        }
    }

    /** Both together: a user with two roles sees what either shows. */
    default Scope or(Scope other) {
        if (this instanceof Within(var mine) && other instanceof Within(var theirs)) {
            var both = new TreeSet<>(mine);
            both.addAll(theirs);
            return new Within(both);
        }
        return EVERYWHERE;
    }
}
