package ma.qutb.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.Accounts;
import ma.qutb.identity.account.Passwords;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links an administrator hands over so that somebody chooses a password: good once, for 48 hours. Only the digest is
 * kept, so that nobody who reads the database can use one.
 */
@Service
@Transactional
public class OneTimeLinks {

    static final String PASSWORD = "PASSWORD";
    static final String SET_UP = "SET_UP";
    private static final Duration GOOD_FOR = Duration.ofHours(48);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final Accounts accounts;
    private final Passwords passwords;
    private final EndingSessions sessions;
    private final Attempts attempts;
    private final AuditTrail audit;
    private final Clock clock;

    OneTimeLinks(
            JdbcClient database,
            Accounts accounts,
            Passwords passwords,
            EndingSessions sessions,
            Attempts attempts,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Path of a page where the user of this account chooses a password; links made before for them are void. */
    public String forPassword(UUID account) {
        audit.record("link", SigningIn.ACCOUNT, account.toString(), Map.of());
        return "/password/" + make(PASSWORD, account);
    }

    String make(String purpose, @Nullable UUID account) {
        voidOthers(purpose, account);
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        database.sql("""
                        insert into identity.one_time_link (digest, account, purpose, created_at, expires_at)
                        values (:digest, :account, :purpose, :now, :end)""")
                .param("digest", digest(token))
                .param("account", account, java.sql.Types.OTHER)
                .param("purpose", purpose)
                .param("now", now())
                .param("end", now().plus(GOOD_FOR))
                .update();
        return token;
    }

    private void voidOthers(String purpose, @Nullable UUID account) {
        database.sql("""
                        update identity.one_time_link set used_at = :now
                        where purpose = :purpose and account is not distinct from :account and used_at is null""")
                .param("now", now())
                .param("purpose", purpose)
                .param("account", account, java.sql.Types.OTHER)
                .update();
    }

    /** Whom a link is for, as long as it is good. */
    @Transactional(readOnly = true)
    public Optional<Account> holder(String token) {
        return database.sql("""
                        select account from identity.one_time_link
                        where digest = :digest and purpose = 'PASSWORD' and used_at is null and expires_at > :now""")
                .param("digest", digest(token))
                .param("now", now())
                .query(UUID.class)
                .optional()
                .flatMap(accounts::findById);
    }

    @Transactional(readOnly = true)
    boolean good(String token, String purpose) {
        return database.sql("""
                        select count(*) from identity.one_time_link
                        where digest = :digest and purpose = :purpose and used_at is null and expires_at > :now""")
                        .param("digest", digest(token))
                        .param("purpose", purpose)
                        .param("now", now())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Uses the link up: the new password counts, every open session of the account ends, waiting times are over. */
    public Account choosePassword(String token, String password) {
        var account = holder(token).orElseThrow(() -> new Refusal("identity.link.refusal.void"));
        if (!account.active()) {
            throw new Refusal("identity.sign-in.refusal.locked");
        }
        var hash = passwords.choose(password, account.userName());
        useUp(token, PASSWORD);
        sessions.all(account.id(), null);
        attempts.forget(Attempts.keyOf(account.id()));
        return accounts.save(account.choosePassword(hash));
    }

    /** Of two who click at the same moment, one is refused. */
    void useUp(String token, String purpose) {
        int used = database.sql("""
                        update identity.one_time_link set used_at = :now
                        where digest = :digest and purpose = :purpose and used_at is null and expires_at > :now""")
                .param("now", now())
                .param("digest", digest(token))
                .param("purpose", purpose)
                .update();
        if (used == 0) {
            throw new Refusal("identity.link.refusal.void");
        }
    }

    private static byte[] digest(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
