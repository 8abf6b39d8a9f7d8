package ma.qutb.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where somebody is signed in. */
@Component
public class OpenSessions {

    private final JdbcClient database;
    private final Clock clock;
    private final Duration longest;
    private final Duration idle;

    OpenSessions(
            JdbcClient database,
            Clock clock,
            @Value("${qutb.sign-in.absolute-timeout:12h}") Duration longest,
            @Value("${server.servlet.session.timeout:60m}") Duration idle) {
        this.database = database;
        this.clock = clock;
        this.longest = longest;
        this.idle = idle;
    }

    /** Those not yet ended, the one used last first. */
    public List<OpenSession> of(UUID account) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return database.sql("""
                        select id, method, device, address, signed_in_at, last_used_at from identity.sign_in
                        where account = :account and ended_at is null and signed_in_at > :oldest and last_used_at > :idle
                        order by last_used_at desc""")
                .param("account", account)
                .param("oldest", now.minus(longest))
                // The time of use is noted once a minute.
                .param("idle", now.minus(idle).minusMinutes(1))
                .query((row, number) -> new OpenSession(
                        row.getObject("id", UUID.class),
                        Method.valueOf(row.getString("method")).messageKey(),
                        row.getString("device"),
                        row.getString("address"),
                        row.getObject("signed_in_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_used_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * @param method message key of how they proved who they are
     * @param device browser and system, or empty
     */
    public record OpenSession(UUID id, String method, String device, String address, Instant since, Instant used) {}
}
