package ma.qutb.support;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in user for tests of pages: {@code .with(authentication(TestActor.with("registry.edit-people")))}. */
public record TestActor(
        UUID id, String displayName, Set<Role> roles, Set<String> permissions, Scope scope, Optional<UUID> person)
        implements Actor {

    /** Somebody who may do exactly this, everywhere. */
    public static Authentication with(String... permissions) {
        return within(Scope.EVERYWHERE, permissions);
    }

    /** Somebody who may do exactly this, in one part of the region. */
    public static Authentication within(Scope scope, String... permissions) {
        return new TestActor(
                        UUID.randomUUID(), "نزهة", Set.of(Role.REGISTRAR), Set.of(permissions), scope, Optional.empty())
                .authentication();
    }

    public Authentication authentication() {
        var authorities = permissions.stream().map(SimpleGrantedAuthority::new).collect(Collectors.toSet());
        var token = new TestingAuthenticationToken(this, null, java.util.List.copyOf(authorities));
        token.setAuthenticated(true);
        return token;
    }

    @Override
    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    @Override
    public Scope scopeOf(String permission) {
        return may(permission) ? scope : Scope.NOWHERE;
    }
}
