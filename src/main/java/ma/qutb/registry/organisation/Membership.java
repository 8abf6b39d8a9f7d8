package ma.qutb.registry.organisation;

import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.pick.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Somebody's belonging to an organisation in one role, from a day to a day. A union or federation also has organisations as members;
 * offices are held by people.
 */
@Table(schema = "registry", name = "membership")
class Membership {

    private final @Id UUID id;
    private final OrganisationId organisationId;
    private final @Nullable PersonId personId;
    private final @Nullable OrganisationId memberId;
    private final MemberRole role;
    private final LocalDate joinedOn;
    private @Nullable LocalDate leftOn;
    private final @Nullable Integer shares;
    private @Version long version;

    @PersistenceCreator
    Membership(
            UUID id,
            OrganisationId organisationId,
            @Nullable PersonId personId,
            @Nullable OrganisationId memberId,
            MemberRole role,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable Integer shares,
            long version) {
        this.id = id;
        this.organisationId = organisationId;
        this.personId = personId;
        this.memberId = memberId;
        this.role = role;
        this.joinedOn = joinedOn;
        this.leftOn = leftOn;
        this.shares = shares;
        this.version = version;
    }

    static Membership join(
            OrganisationId organisation,
            Party member,
            MemberRole role,
            LocalDate on,
            @Nullable Integer shares,
            LocalDate today) {
        if (on.isAfter(today)) {
            throw new Refusal("registry.membership.refusal.ahead");
        }
        if (shares != null && shares <= 0) {
            throw new Refusal("registry.membership.refusal.shares");
        }
        if (!member.person() && role != MemberRole.MEMBER) {
            throw new Refusal("registry.membership.refusal.office-of-people");
        }
        if (!member.person() && member.id().equals(organisation.value())) {
            throw new Refusal("registry.membership.refusal.itself");
        }
        return new Membership(
                Ids.next(),
                organisation,
                member.person() ? new PersonId(member.id()) : null,
                member.person() ? null : new OrganisationId(member.id()),
                role,
                on,
                null,
                shares,
                0);
    }

    Membership leave(LocalDate on, LocalDate today) {
        if (leftOn != null) {
            throw new Refusal("registry.membership.refusal.left-already");
        }
        if (on.isBefore(joinedOn)) {
            throw new Refusal("registry.membership.refusal.left-before-joined", joinedOn);
        }
        if (on.isAfter(today)) {
            throw new Refusal("registry.membership.refusal.ahead");
        }
        leftOn = on;
        return this;
    }

    UUID id() {
        return id;
    }

    OrganisationId organisation() {
        return organisationId;
    }
}
