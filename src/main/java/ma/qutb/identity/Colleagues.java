package ma.qutb.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Role;

/** Users as others work with them, for modules that give some of them a task. */
public interface Colleagues {

    /** Whoever holds one of these roles now or from a later day on, at least somewhere, by name. */
    List<Colleague> holding(Set<Role> roles);

    /** Those of them that are known, by id. */
    Map<UUID, Colleague> find(Collection<UUID> users);

    /**
     * A user in a few words.
     *
     * @param person who they are in the registry
     */
    record Colleague(UUID id, String name, Optional<UUID> person, boolean demonstration) {}
}
