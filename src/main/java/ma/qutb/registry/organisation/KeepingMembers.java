package ma.qutb.registry.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.pick.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the members of an organisation. */
@Service
@Transactional
public class KeepingMembers {

    private final RegisteringOrganisations organisations;
    private final Memberships memberships;
    private final JdbcClient database;
    private final Clock clock;

    KeepingMembers(RegisteringOrganisations organisations, Memberships memberships, JdbcClient database, Clock clock) {
        this.organisations = organisations;
        this.memberships = memberships;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes a person or an organisation in.
     *
     * @return false when the organisation is not in the registrar's scope
     * @throws Refusal when they are in already, or the organisation would come to belong to itself
     */
    public boolean join(
            OrganisationId id, Party member, MemberRole role, LocalDate on, @Nullable Integer shares, Actor actor) {
        if (organisations.inScope(id, Code.EDIT_ORGANISATIONS, actor).isEmpty()) {
            return false;
        }
        if (!member.person() && belongs(id, member.id())) {
            throw new Refusal("registry.membership.refusal.circle");
        }
        try {
            memberships.save(Membership.join(id, member, role, on, shares, LocalDate.now(clock)));
            return true;
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("membership_no_overlap", e, "registry.membership.refusal.already");
        }
    }

    /** Ends a membership. False when it is not of this organisation, or not in the registrar's scope. */
    public boolean leave(OrganisationId id, UUID membership, LocalDate on, Actor actor) {
        return organisations.inScope(id, Code.EDIT_ORGANISATIONS, actor).isPresent()
                && memberships
                        .findById(membership)
                        .filter(it -> it.organisation().equals(id))
                        .map(it -> memberships.save(it.leave(on, LocalDate.now(clock))))
                        .isPresent();
    }

    /** A federation does not belong, through whatever chain, to one of its own members. */
    private boolean belongs(OrganisationId id, UUID to) {
        return database.sql("""
                        with recursive above as (
                            select organisation_id from registry.membership where member_id = :id and left_on is null
                            union
                            select m.organisation_id from registry.membership m join above a on m.member_id = a.organisation_id
                            where m.left_on is null)
                        select exists (select from above where organisation_id = :to)
                        """)
                .param("id", id.value())
                .param("to", to)
                .query(Boolean.class)
                .single();
    }
}
