package ma.qutb.registry.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** Somebody asks to see, correct or erase their data, or objects to its use. Nothing is done before it is known who asks. */
@Table(schema = "registry", name = "privacy_request")
public class PrivacyRequest {

    /** Waiting, answered as asked, or refused with a reason. */
    public enum State {
        RECEIVED,
        DONE,
        REFUSED
    }

    private final @Id UUID id;
    private final @ReadOnlyProperty long number;
    private final RequestKind kind;
    private final Channel channel;
    private @Nullable PersonId personId;

    @Embedded.Empty
    private final Asker asker;

    private final String words;
    private final String language;
    private final Instant receivedAt;
    private final LocalDate dueOn;
    private @Nullable IdentityCheck identityCheck;
    private @Nullable String identityCheckedBy;
    private State state;
    private String answer;
    private @Nullable Instant closedAt;
    private @Nullable String closedBy;
    private @Version long version;

    @PersistenceCreator
    PrivacyRequest(
            UUID id,
            long number,
            RequestKind kind,
            Channel channel,
            @Nullable PersonId personId,
            Asker asker,
            String words,
            String language,
            Instant receivedAt,
            LocalDate dueOn,
            @Nullable IdentityCheck identityCheck,
            @Nullable String identityCheckedBy,
            State state,
            String answer,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            long version) {
        this.id = id;
        this.number = number;
        this.kind = kind;
        this.channel = channel;
        this.personId = personId;
        this.asker = asker;
        this.words = words;
        this.language = language;
        this.receivedAt = receivedAt;
        this.dueOn = dueOn;
        this.identityCheck = identityCheck;
        this.identityCheckedBy = identityCheckedBy;
        this.state = state;
        this.answer = answer;
        this.closedAt = closedAt;
        this.closedBy = closedBy;
        this.version = version;
    }

    static PrivacyRequest receive(
            RequestKind kind,
            Channel channel,
            Asker asker,
            String words,
            String language,
            Instant now,
            LocalDate dueOn) {
        return new PrivacyRequest(
                Ids.next(),
                0,
                kind,
                channel,
                null,
                asker,
                Writing.paragraphs(words, 2000),
                language,
                now,
                dueOn,
                null,
                null,
                State.RECEIVED,
                "",
                null,
                null,
                0);
    }

    /** The record it is about was found. */
    PrivacyRequest concerns(PersonId person) {
        open();
        personId = person;
        return this;
    }

    /** Who asks is who they say. */
    PrivacyRequest identified(IdentityCheck check, String by) {
        open();
        identityCheck = check;
        identityCheckedBy = by;
        return this;
    }

    /** What was asked was done, and the asker told. */
    PrivacyRequest answer(String said, String by, Instant now) {
        open();
        if (identityCheck == null) {
            throw new Refusal("registry.privacy.refusal.identity-first");
        }
        return close(State.DONE, said, by, now);
    }

    /** It cannot be done, for a reason the asker is told. */
    PrivacyRequest refuse(String reason, String by, Instant now) {
        open();
        if (reason.isBlank()) {
            throw new Refusal("registry.privacy.refusal.no-reason");
        }
        return close(State.REFUSED, reason, by, now);
    }

    private PrivacyRequest close(State as, String said, String by, Instant now) {
        state = as;
        answer = Writing.paragraphs(said, 2000);
        closedAt = now;
        closedBy = by;
        return this;
    }

    private void open() {
        if (state != State.RECEIVED) {
            throw new Refusal("registry.privacy.refusal.closed");
        }
    }

    public boolean isOpen() {
        return state == State.RECEIVED;
    }

    /** Whether the law's time has run out without an answer. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueOn.isBefore(today);
    }

    public UUID id() {
        return id;
    }

    public long number() {
        return number;
    }

    public RequestKind kind() {
        return kind;
    }

    public Channel channel() {
        return channel;
    }

    public @Nullable PersonId person() {
        return personId;
    }

    public Asker asker() {
        return asker;
    }

    public String words() {
        return words;
    }

    public String language() {
        return language;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public @Nullable IdentityCheck identityCheck() {
        return identityCheck;
    }

    public @Nullable String identityCheckedBy() {
        return identityCheckedBy;
    }

    public State state() {
        return state;
    }

    /** Key of the words of its state. */
    public String stateKey() {
        return "registry.privacy.state." + state.name().toLowerCase(Locale.ROOT);
    }

    public String answer() {
        return answer;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable String closedBy() {
        return closedBy;
    }
}
