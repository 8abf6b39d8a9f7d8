package ma.qutb.identity.account;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A role an account holds for a place, from a day to the day before another. Ended, never deleted. */
@Table(schema = "identity", name = "role_held")
class RoleHeld {

    private final @Id UUID id;
    private final UUID account;
    private final Role role;
    private final Reach reach;
    private final List<String> places;
    private final LocalDate fromDay;
    private @Nullable LocalDate toDay;
    private @Version long version;

    @PersistenceCreator
    RoleHeld(
            UUID id,
            UUID account,
            Role role,
            Reach reach,
            List<String> places,
            LocalDate fromDay,
            @Nullable LocalDate toDay,
            long version) {
        this.id = id;
        this.account = account;
        this.role = role;
        this.reach = reach;
        this.places = List.copyOf(places);
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.version = version;
    }

    static RoleHeld give(
            UUID account, Role role, Reach reach, List<String> places, LocalDate from, @Nullable LocalDate to) {
        if (reach != Reach.EVERYWHERE && places.isEmpty() || reach == Reach.SITE && places.size() != 1) {
            throw new Refusal("identity.role.refusal.place-missing");
        }
        if (role == Role.ADMINISTRATOR && reach != Reach.EVERYWHERE) {
            throw new Refusal("identity.role.refusal.administrator-everywhere");
        }
        if (to != null && !to.isAfter(from)) {
            throw new Refusal("identity.role.refusal.ends-before-start");
        }
        var held = reach == Reach.EVERYWHERE
                ? List.<String>of()
                : places.stream().distinct().sorted().toList();
        return new RoleHeld(Ids.next(), account, role, reach, held, from, to, 0);
    }

    /** Ends today: the rights it gave are gone at once. */
    RoleHeld end(LocalDate today) {
        if (!openOn(today)) {
            throw new Refusal("identity.role.refusal.already-ended");
        }
        // A role given for later ends before it began.
        toDay = today.isBefore(fromDay) ? fromDay : today;
        return this;
    }

    /** Whether there is anything left to end. */
    boolean openOn(LocalDate today) {
        return toDay == null || toDay.isAfter(today) && toDay.isAfter(fromDay);
    }

    UUID id() {
        return id;
    }

    UUID account() {
        return account;
    }

    Role role() {
        return role;
    }
}
