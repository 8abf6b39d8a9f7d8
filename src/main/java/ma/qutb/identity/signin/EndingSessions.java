package ma.qutb.identity.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.account.AccountLocked;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions wherever they are open: the next click on any node finds them closed. */
@Service
@Transactional
public class EndingSessions {

    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock clock;

    EndingSessions(JdbcClient database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** One of a user's own. */
    void one(UUID account, UUID signIn) {
        int ended = database.sql("""
                        update identity.sign_in set ended_at = :now
                        where id = :sign_in and account = :account and ended_at is null""")
                .param("now", now())
                .param("sign_in", signIn)
                .param("account", account)
                .update();
        if (ended > 0) {
            audit.record("sign-out", SigningIn.ACCOUNT, account.toString(), Map.of());
        }
    }

    /** All of a user's, except this one if given. */
    public void all(UUID account, @Nullable UUID except) {
        int ended = database.sql("""
                        update identity.sign_in set ended_at = :now
                        where account = :account and ended_at is null and id is distinct from :except""")
                .param("now", now())
                .param("account", account)
                .param("except", except, java.sql.Types.OTHER)
                .update();
        if (ended > 0) {
            audit.record("sign-out-everywhere", SigningIn.ACCOUNT, account.toString(), Map.of("sessions", ended));
        }
    }

    /** In the transaction that locks: who is locked out has no session left. */
    @EventListener
    void on(AccountLocked locked) {
        all(locked.account(), null);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
