package ma.qutb.spaces.demonstration;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.spaces.application.Taker;

/** Whoever did what the demonstration tells of. */
record DemonstrationClerk(UUID id, String displayName) implements Actor {

    static final DemonstrationClerk ZONE = new DemonstrationClerk(new UUID(0, 0x5a), "مكتب المنطقة (للعرض)");
    static final Taker TAKING = new Taker(ZONE.displayName(), Optional.empty());

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ZONE_MANAGER);
    }

    @Override
    public boolean may(String permission) {
        return true;
    }

    @Override
    public Scope scopeOf(String permission) {
        return Scope.EVERYWHERE;
    }

    @Override
    public Optional<UUID> person() {
        return Optional.empty();
    }
}
