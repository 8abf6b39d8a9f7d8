package ma.qutb.identity.account;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** Somebody who may sign in. Without a password until they choose one through a one-time link. */
@Table(schema = "identity", name = "account")
public class Account {

    private static final String LOCKED = "identity.account.refusal.locked";

    private final @Id UUID id;
    private String userName;
    private @Nullable String phone;
    private @Nullable String email;
    private String displayName;
    private String language;
    private State state;
    private @Nullable UUID person;
    private final boolean demonstration;
    private @Nullable String passwordHash;
    private @Version long version;

    /** Whether it may be used. */
    public enum State {
        ACTIVE,
        LOCKED,
        /** For good: its owner was made anonymous. */
        CLOSED
    }

    @PersistenceCreator
    Account(
            UUID id,
            String userName,
            @Nullable String phone,
            @Nullable String email,
            String displayName,
            String language,
            State state,
            @Nullable UUID person,
            boolean demonstration,
            @Nullable String passwordHash,
            long version) {
        this.id = id;
        this.userName = userName;
        this.phone = phone;
        this.email = email;
        this.displayName = displayName;
        this.language = language;
        this.state = state;
        this.person = person;
        this.demonstration = demonstration;
        this.passwordHash = passwordHash;
        this.version = version;
    }

    static Account open(Particulars particulars) {
        return open(particulars, false);
    }

    static Account forDemonstration(Particulars particulars) {
        return open(particulars, true);
    }

    private static Account open(Particulars who, boolean demonstration) {
        return new Account(
                Ids.next(),
                who.userName(),
                who.phone(),
                who.email(),
                who.displayName(),
                who.language().code(),
                State.ACTIVE,
                who.person(),
                demonstration,
                null,
                0);
    }

    Account correct(Particulars who) {
        refuseIfClosed();
        userName = who.userName();
        phone = who.phone();
        email = who.email();
        displayName = who.displayName();
        language = who.language().code();
        person = who.person();
        return this;
    }

    Account belongsTo(UUID owner) {
        person = owner;
        return this;
    }

    /** The user's own choice. */
    public Account speak(Language chosen) {
        language = chosen.code();
        return this;
    }

    /** A new password ends what the old one opened; the caller sees to the sessions. */
    public Account choosePassword(String hash) {
        passwordHash = hash;
        return this;
    }

    Account lock() {
        refuseIfClosed();
        if (state == State.LOCKED) {
            throw new Refusal(LOCKED);
        }
        state = State.LOCKED;
        return this;
    }

    Account unlock() {
        refuseIfClosed();
        state = State.ACTIVE;
        return this;
    }

    private void refuseIfClosed() {
        if (state == State.CLOSED) {
            throw new Refusal("identity.account.refusal.closed");
        }
    }

    public UUID id() {
        return id;
    }

    public String userName() {
        return userName;
    }

    public Optional<String> phone() {
        return Optional.ofNullable(phone);
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public String displayName() {
        return displayName;
    }

    public Language language() {
        return Language.of(language).orElse(Language.AR);
    }

    public boolean active() {
        return state == State.ACTIVE;
    }

    /** Whether it can never be used again. */
    public boolean closed() {
        return state == State.CLOSED;
    }

    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    public boolean demonstration() {
        return demonstration;
    }

    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public long version() {
        return version;
    }
}
