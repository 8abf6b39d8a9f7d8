package ma.qutb.registry.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
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
    private final People people;
    private final Territories territories;
    private final JdbcClient database;
    private final Clock clock;

    KeepingMembers(
            RegisteringOrganisations organisations,
            Memberships memberships,
            People people,
            Territories territories,
            JdbcClient database,
            Clock clock) {
        this.organisations = organisations;
        this.memberships = memberships;
        this.people = people;
        this.territories = territories;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes a person in, by the number of their record.
     *
     * @return false when the organisation is not in the registrar's scope
     * @throws Refusal when nobody in the scope has this number, or they are in already
     */
    public boolean join(
            OrganisationId id,
            long personNumber,
            MemberRole role,
            LocalDate on,
            @Nullable Integer shares,
            Actor actor) {
        if (organisations.inScope(id, Code.EDIT_ORGANISATIONS, actor).isEmpty()) {
            return false;
        }
        try {
            memberships.save(Membership.join(id, person(personNumber, actor), role, on, shares, LocalDate.now(clock)));
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

    private PersonId person(long number, Actor actor) {
        return database.sql("select id from registry.person where number = :number and merged_into is null")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .flatMap(it -> people.find(new PersonId(it)))
                .filter(it -> territories.covers(actor.scopeOf(Code.SEE_PEOPLE), it.territory()))
                .map(People.Summary::id)
                .orElseThrow(() -> new Refusal("registry.membership.refusal.nobody", String.valueOf(number)));
    }
}
