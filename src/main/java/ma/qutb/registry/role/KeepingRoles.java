package ma.qutb.registry.role;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.person.PersonPage;
import ma.qutb.registry.submission.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what somebody is, corrects it, ends it. Whoever calls has opened the person's file for editing. */
@Service
@Transactional
class KeepingRoles {

    private final PersonRoles roles;
    private final Crafts crafts;
    private final Submissions submissions;
    private final Clock clock;

    KeepingRoles(PersonRoles roles, Crafts crafts, Submissions submissions, Clock clock) {
        this.roles = roles;
        this.crafts = crafts;
        this.submissions = submissions;
        this.clock = clock;
    }

    Optional<PersonRole> of(PersonPage person, UUID role) {
        return roles.findById(role).filter(it -> it.person().equals(person.id()));
    }

    /**
     * Begins the role, once for each craft that is taught; the same form sent twice begins it once.
     *
     * @throws Refusal when it cannot be, or overlaps one that is written already
     */
    void begin(UUID token, PersonPage person, RoleKind kind, List<RoleDetails> details) {
        submissions.once(token, () -> {
            details.forEach(
                    it -> save(PersonRole.begin(person.id(), kind, checked(person, kind, it), clock.instant())));
            return person.id().toString();
        });
    }

    /** Empty when it is saved; else the version that stands, because a colleague was quicker. */
    Optional<Long> correct(PersonPage person, PersonRole role, long version, RoleDetails details) {
        if (role.version() != version) {
            return Optional.of(role.version());
        }
        save(role.correct(checked(person, role.kind(), details)));
        return Optional.empty();
    }

    /** @throws Refusal when it has ended before, or would end before it began */
    void end(PersonRole role, LocalDate on) {
        save(role.end(on, LocalDate.now(clock)));
    }

    private RoleDetails checked(PersonPage person, RoleKind kind, RoleDetails details) {
        unknown(details.craft()).ifPresent(it -> {
            throw new Refusal("registry.craft.refusal.unknown", it.value());
        });
        return details.checked(kind, person.id(), born(person), LocalDate.now(clock));
    }

    private Optional<CraftCode> unknown(@Nullable CraftCode craft) {
        return Optional.ofNullable(craft).filter(it -> !crafts.exists(it));
    }

    private static @Nullable LocalDate born(PersonPage person) {
        var birth = person.details().birth();
        return birth == null ? null : birth.date();
    }

    private void save(PersonRole role) {
        try {
            roles.save(role);
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("person_role_no_overlap", e, "registry.role.refusal.overlap");
        }
    }
}
