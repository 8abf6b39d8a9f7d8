package ma.qutb.identity;

import java.util.Optional;

/** How the first administrator gets in on a start without demonstration accounts. */
public interface FirstAdministrator {

    /**
     * Path of a page that makes the first administrator, good once and for 48 hours; empty as soon as there is one. Each
     * call makes a new link and voids the ones before.
     */
    Optional<String> link();
}
