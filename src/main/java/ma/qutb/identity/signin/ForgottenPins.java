package ma.qutb.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.Notifications;
import ma.qutb.identity.account.Accounts;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody forgot their PIN and asks to be called; administrators are told once a day at most. */
@Service
class ForgottenPins {

    private static final String ACTION = "call-me";

    private final Accounts accounts;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final JdbcClient database;
    private final Clock clock;

    ForgottenPins(Accounts accounts, Notifications notifications, AuditTrail audit, JdbcClient database, Clock clock) {
        this.accounts = accounts;
        this.notifications = notifications;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    void call(UUID person) {
        var asked = database.sql("""
                        select count(*) from identity.audit_entry
                        where subject = :subject and subject_id = :person and action = :action and happened_at > :since""")
                .param("subject", SigningIn.ACCOUNT)
                .param("person", person.toString())
                .param("action", ACTION)
                .param(
                        "since",
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .minus(Duration.ofDays(1)))
                .query(Long.class)
                .single();
        if (asked == 0) {
            var account = accounts.findById(person).orElseThrow();
            audit.record(ACTION, SigningIn.ACCOUNT, person.toString(), Map.of());
            notifications.tell(
                    Role.ADMINISTRATOR,
                    Scope.EVERYWHERE,
                    "identity.notification.call-me",
                    List.of(account.displayName(), account.phone().orElse("")),
                    "/app/users/" + person);
        }
    }
}
