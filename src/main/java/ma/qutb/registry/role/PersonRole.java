package ma.qutb.registry.role;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;
import org.springframework.data.relational.core.mapping.Table;

/** A time during which somebody is apprentice, trainer or manager. It is ended, never erased. */
@Table(schema = "registry", name = "person_role")
class PersonRole {

    private final @Id UUID id;
    private final PersonId personId;
    private final RoleKind role;
    private @Nullable CraftCode craftCode;
    private @Nullable OrganisationId organisationId;
    private @Nullable PersonId tutorId;
    private String post;
    private LocalDate startedOn;
    private @Nullable LocalDate endedOn;
    private String note;
    private final @InsertOnlyProperty Instant recordedAt;
    private @Version long version;

    @PersistenceCreator
    PersonRole(
            UUID id,
            PersonId personId,
            RoleKind role,
            @Nullable CraftCode craftCode,
            @Nullable OrganisationId organisationId,
            @Nullable PersonId tutorId,
            String post,
            LocalDate startedOn,
            @Nullable LocalDate endedOn,
            String note,
            Instant recordedAt,
            long version) {
        this.id = id;
        this.personId = personId;
        this.role = role;
        this.craftCode = craftCode;
        this.organisationId = organisationId;
        this.tutorId = tutorId;
        this.post = post;
        this.startedOn = startedOn;
        this.endedOn = endedOn;
        this.note = note;
        this.recordedAt = recordedAt;
        this.version = version;
    }

    /** @param it checked already */
    static PersonRole begin(PersonId person, RoleKind kind, RoleDetails it, Instant now) {
        return new PersonRole(
                Ids.next(),
                person,
                kind,
                it.craft(),
                it.organisation(),
                it.tutor(),
                it.post(),
                it.since(),
                it.until(),
                it.note(),
                now,
                0);
    }

    /** @param it checked already */
    PersonRole correct(RoleDetails it) {
        craftCode = it.craft();
        organisationId = it.organisation();
        tutorId = it.tutor();
        post = it.post();
        startedOn = it.since();
        endedOn = it.until();
        note = it.note();
        return this;
    }

    PersonRole end(LocalDate on, LocalDate today) {
        if (endedOn != null && !endedOn.isAfter(today)) {
            throw new Refusal("registry.role.refusal.ended", endedOn);
        }
        if (on.isBefore(startedOn)) {
            throw new Refusal("registry.role.refusal.ends-before", startedOn);
        }
        endedOn = on;
        return this;
    }

    RoleDetails details() {
        return new RoleDetails(craftCode, organisationId, tutorId, post, startedOn, endedOn, note);
    }

    UUID id() {
        return id;
    }

    PersonId person() {
        return personId;
    }

    RoleKind kind() {
        return role;
    }

    long version() {
        return version;
    }
}
