package ma.qutb.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;

/** Tells users what concerns them: the bell. */
public interface Notifications {

    /**
     * Tells one user.
     *
     * @param message key of the text; each reader reads it in their own language
     * @param arguments its arguments: texts, numbers, days ({@link java.time.LocalDate})
     * @param link path of the page it leads to, from {@code /}
     */
    void tell(UUID user, String message, List<?> arguments, String link);

    /** Tells somebody of the registry, if they have an account of their own. */
    void tellPerson(UUID person, String message, List<?> arguments, String link);

    /**
     * Tells everybody who holds this role today for at least a part of this scope.
     *
     * @param scope everywhere: all who hold the role, wherever
     */
    default void tell(Role role, Scope scope, String message, List<?> arguments, String link) {
        tell(Set.of(role), scope, message, arguments, link);
    }

    /** The same for whoever holds any of these roles; who holds several of them is told once. */
    void tell(Set<Role> roles, Scope scope, String message, List<?> arguments, String link);
}
