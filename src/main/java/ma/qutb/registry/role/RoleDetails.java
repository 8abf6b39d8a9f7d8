package ma.qutb.registry.role;

import java.time.LocalDate;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a role.
 *
 * @param craft learnt or taught; null for managers
 * @param organisation where an apprentice learns, who employs a trainer, what a manager heads
 * @param tutor of an apprentice
 * @param post of a manager, as the organisation calls it
 * @param until the day it ended, or is meant to end; null while nobody knows
 */
record RoleDetails(
        @Nullable CraftCode craft,
        @Nullable OrganisationId organisation,
        @Nullable PersonId tutor,
        String post,
        LocalDate since,
        @Nullable LocalDate until,
        String note) {

    RoleDetails {
        post = Writing.line(post, 120);
        note = Writing.line(note, 300);
    }

    /** @throws Refusal when this can be no role of this kind, or a day cannot be */
    RoleDetails checked(RoleKind kind, PersonId person, @Nullable LocalDate born, LocalDate today) {
        if (kind != RoleKind.MANAGER && craft == null) {
            throw new Refusal("registry.role.refusal.no-craft");
        }
        if (kind == RoleKind.MANAGER && organisation == null) {
            throw new Refusal("registry.role.refusal.no-organisation");
        }
        if (person.equals(tutor)) {
            throw new Refusal("registry.role.refusal.own-tutor");
        }
        if (since.isAfter(today)) {
            throw new Refusal("registry.role.refusal.ahead");
        }
        if (born != null && since.isBefore(born)) {
            throw new Refusal("registry.role.refusal.before-birth");
        }
        if (until != null && until.isBefore(since)) {
            throw new Refusal("registry.role.refusal.ends-before", since);
        }
        return this;
    }
}
