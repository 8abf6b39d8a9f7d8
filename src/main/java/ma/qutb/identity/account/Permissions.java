package ma.qutb.identity.account;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What every module allows to whom. */
@Component
public class Permissions {

    private final List<Permission> all;
    private final Map<Role, List<Permission>> byRole;

    Permissions(ObjectProvider<Permission.Catalogue> catalogues) {
        all = catalogues.stream()
                .flatMap(it -> it.permissions().stream())
                .map(Permission.class::cast)
                .sorted(Comparator.comparing(Permission::code))
                .toList();
        byRole = java.util.Arrays.stream(Role.values())
                .collect(Collectors.toMap(
                        it -> it,
                        role -> all.stream()
                                .filter(it -> it.roles().contains(role))
                                .toList()));
    }

    /** In the order of their codes, so that those of a module stand together. */
    public List<Permission> all() {
        return all;
    }

    /** Each permission these roles give, with all places where one of them gives it. */
    Map<String, Scope> of(List<Held> roles) {
        var scopes = new HashMap<String, Scope>();
        for (var held : roles) {
            for (var permission : byRole.getOrDefault(held.role(), List.of())) {
                scopes.merge(permission.code(), held.scope(), Scope::or);
            }
        }
        return Map.copyOf(scopes);
    }

    /** A role with where it holds. */
    record Held(Role role, Scope scope) {}
}
