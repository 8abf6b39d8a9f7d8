package ma.qutb.registry.me;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** What an artisan says is wrong in their record, until the registrar takes it over or says why not. */
@Table(schema = "registry", name = "correction")
public class Correction {

    /** What can be corrected, one at a time. */
    public enum Field {
        PHONE("phone"),
        ADDRESS("map-pin"),
        CRAFT("tool"),
        PHOTO("camera"),
        NAME("user-edit");

        private final String icon;

        Field(String icon) {
            this.icon = icon;
        }

        /** Symbol of the sprite. */
        public String icon() {
            return icon;
        }

        /** As in addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of its words. */
        public String messageKey() {
            return "registry.me.field." + code();
        }
    }

    /** How it stands; {@code REPLACED}: the artisan proposed something else since. */
    public enum State {
        WAITING,
        ACCEPTED,
        REFUSED,
        REPLACED
    }

    /** One part of the record, as it was and as it should be. */
    @Table(schema = "registry", name = "correction_part")
    public record Part(String part, String before, String after) {}

    private final @Id UUID id;
    private final PersonId personId;
    private final Field field;
    private final Instant proposedAt;
    private final UUID proposedBy;
    private State state;
    private String reason;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    @MappedCollection(idColumn = "correction_id")
    private final Set<Part> parts;

    private @Version long version;

    @PersistenceCreator
    Correction(
            UUID id,
            PersonId personId,
            Field field,
            Instant proposedAt,
            UUID proposedBy,
            State state,
            String reason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            Set<Part> parts,
            long version) {
        this.id = id;
        this.personId = personId;
        this.field = field;
        this.proposedAt = proposedAt;
        this.proposedBy = proposedBy;
        this.state = state;
        this.reason = reason;
        this.decidedBy = decidedBy;
        this.decidedAt = decidedAt;
        this.parts = parts;
        this.version = version;
    }

    static Correction propose(
            PersonId person,
            Field field,
            Map<String, String> before,
            Map<String, String> after,
            UUID account,
            Instant now) {
        var changed = after.entrySet().stream()
                .filter(it -> !it.getValue().equals(before.getOrDefault(it.getKey(), "")))
                .map(it -> new Part(it.getKey(), before.getOrDefault(it.getKey(), ""), it.getValue()))
                .collect(Collectors.toSet());
        if (changed.isEmpty()) {
            throw new Refusal("registry.me.refusal.same");
        }
        return new Correction(Ids.next(), person, field, now, account, State.WAITING, "", null, null, changed, 0);
    }

    Correction accept(String by, Instant now) {
        return decide(State.ACCEPTED, "", by, now);
    }

    Correction refuse(String why, String by, Instant now) {
        if (why.isBlank()) {
            throw new Refusal("registry.me.refusal.no-reason");
        }
        return decide(State.REFUSED, Writing.paragraphs(why, 500), by, now);
    }

    Correction replace() {
        waiting();
        state = State.REPLACED;
        return this;
    }

    private Correction decide(State as, String why, String by, Instant now) {
        waiting();
        state = as;
        reason = why;
        decidedBy = by;
        decidedAt = now;
        return this;
    }

    private void waiting() {
        if (state != State.WAITING) {
            throw new Refusal("registry.me.refusal.decided");
        }
    }

    Map<String, String> after() {
        var after = new LinkedHashMap<String, String>();
        parts.forEach(it -> after.put(it.part(), it.after()));
        return after;
    }

    public UUID id() {
        return id;
    }

    public PersonId person() {
        return personId;
    }

    public Field field() {
        return field;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** The account it came from. */
    UUID proposedBy() {
        return proposedBy;
    }

    public State state() {
        return state;
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Key of the words of its state. */
    public String stateKey() {
        return "registry.me.state." + state.name().toLowerCase(Locale.ROOT);
    }

    /** Why not; empty unless refused. */
    public String reason() {
        return reason;
    }

    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public Set<Part> parts() {
        return parts;
    }
}
