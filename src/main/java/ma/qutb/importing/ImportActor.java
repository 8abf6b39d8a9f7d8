package ma.qutb.importing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Whoever asked for an import, while it is done for them: they may do this, where they might when they asked, and nothing else. */
record ImportActor(UUID id, String displayName, String permission, Scope scope) implements Actor {

    static ImportActor of(Job job, String permission) {
        var territories = job.scope();
        return new ImportActor(
                job.actor(),
                job.actorName(),
                permission,
                territories == null ? Scope.EVERYWHERE : new Scope.Within(Set.copyOf(territories)));
    }

    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(
                this, null, List.of(new SimpleGrantedAuthority(permission)));
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public boolean may(String wanted) {
        return permission.equals(wanted);
    }

    @Override
    public Scope scopeOf(String wanted) {
        return may(wanted) ? scope : Scope.NOWHERE;
    }

    @Override
    public Optional<UUID> person() {
        return Optional.empty();
    }
}
