package ma.qutb.registry.search;

import java.util.Optional;

/** Turns the number of an identity card into its keyed hash; the only way the index knows a CIN. */
@FunctionalInterface
public interface IdentityKey {

    /** The hash of a CIN as typed; empty if it cannot be one. */
    Optional<String> of(String typed);
}
