package ma.qutb.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The user who acts: the principal of a signed-in request. */
public interface Actor {

    /** Id of the user account. */
    UUID id();

    /** What the pages call them. */
    String displayName();

    Set<Role> roles();

    /** Whether any of their roles holds the permission with this code. */
    boolean may(String permission);

    /** Where the roles that hold this permission apply. */
    Scope scopeOf(String permission);

    /** The person of the registry this account belongs to, for artisans. */
    Optional<UUID> person();
}
