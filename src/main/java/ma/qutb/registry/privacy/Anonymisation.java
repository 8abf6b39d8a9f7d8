package ma.qutb.registry.privacy;

import java.time.Instant;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A proposal to make a person anonymous. It cannot be taken back, so somebody else than who proposed it confirms it. */
@Table(schema = "registry", name = "anonymisation")
class Anonymisation {

    enum State {
        PROPOSED,
        CONFIRMED,
        DROPPED
    }

    /** Why, where a person asked for it themselves; otherwise the code of a retention rule. */
    static final String ON_REQUEST = "request";

    private final @Id UUID id;
    private final PersonId personId;
    private final String reason;
    private final @Nullable UUID requestId;
    private final UUID proposedBy;
    private final String proposedByName;
    private final Instant proposedAt;
    private State state;
    private @Nullable UUID decidedBy;
    private @Nullable String decidedByName;
    private @Nullable Instant decidedAt;
    private @Version long version;

    @PersistenceCreator
    Anonymisation(
            UUID id,
            PersonId personId,
            String reason,
            @Nullable UUID requestId,
            UUID proposedBy,
            String proposedByName,
            Instant proposedAt,
            State state,
            @Nullable UUID decidedBy,
            @Nullable String decidedByName,
            @Nullable Instant decidedAt,
            long version) {
        this.id = id;
        this.personId = personId;
        this.reason = reason;
        this.requestId = requestId;
        this.proposedBy = proposedBy;
        this.proposedByName = proposedByName;
        this.proposedAt = proposedAt;
        this.state = state;
        this.decidedBy = decidedBy;
        this.decidedByName = decidedByName;
        this.decidedAt = decidedAt;
        this.version = version;
    }

    static Anonymisation propose(PersonId person, String reason, @Nullable UUID request, Actor by, Instant now) {
        return new Anonymisation(
                Ids.next(),
                person,
                reason,
                request,
                by.id(),
                by.displayName(),
                now,
                State.PROPOSED,
                null,
                null,
                null,
                0);
    }

    Anonymisation confirm(Actor by, Instant now) {
        if (by.id().equals(proposedBy)) {
            throw new Refusal("registry.privacy.refusal.second-person");
        }
        return decide(State.CONFIRMED, by, now);
    }

    Anonymisation drop(Actor by, Instant now) {
        return decide(State.DROPPED, by, now);
    }

    private Anonymisation decide(State as, Actor by, Instant now) {
        if (state != State.PROPOSED) {
            throw new Refusal("registry.privacy.refusal.decided");
        }
        state = as;
        decidedBy = by.id();
        decidedByName = by.displayName();
        decidedAt = now;
        return this;
    }

    PersonId person() {
        return personId;
    }
}
