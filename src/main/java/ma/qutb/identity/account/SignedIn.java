package ma.qutb.identity.account;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;

/**
 * The principal: a user as the database knows them at this request.
 *
 * @param signIn id of the sign-in that opened the session
 * @param scopes each permission they hold, with where it holds
 */
public record SignedIn(
        UUID id,
        UUID signIn,
        String displayName,
        Language language,
        Optional<UUID> person,
        boolean demonstration,
        Set<Role> roles,
        Map<String, Scope> scopes)
        implements Actor {

    @Override
    public boolean may(String permission) {
        return scopes.containsKey(permission);
    }

    @Override
    public Scope scopeOf(String permission) {
        return scopes.getOrDefault(permission, Scope.NOWHERE);
    }

    /** Somebody of the house, not only an artisan on the phone. */
    public boolean staff() {
        return roles.stream().anyMatch(Role::staff);
    }
}
