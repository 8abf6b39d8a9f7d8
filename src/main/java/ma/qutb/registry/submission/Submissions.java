package ma.qutb.registry.submission;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which forms have been sent and what came of them. */
@Service
public class Submissions {

    private final JdbcClient database;
    private final Clock clock;

    Submissions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What came of a form that was sent before. */
    @Transactional(readOnly = true)
    public Optional<String> result(UUID token) {
        return database.sql("select result from registry.submission where token = :token")
                .param("token", token)
                .query(String.class)
                .optional();
    }

    /**
     * Does something for this form unless it was done already; then says what came of it the first time. Two requests at
     * once wait for each other at the key, and the second finds the first one's result.
     *
     * @param token number the form was given when it was opened
     * @param act returns what to remember, for example the id of the new record
     */
    @Transactional
    public String once(UUID token, Supplier<String> act) {
        int taken = database.sql("""
                        insert into registry.submission (token, result, sent_at) values (:token, '', :now)
                        on conflict (token) do nothing
                        """)
                .param("token", token)
                .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        if (taken == 0) {
            return result(token).orElseThrow();
        }
        var result = act.get();
        database.sql("update registry.submission set result = :result where token = :token")
                .param("result", result)
                .param("token", token)
                .update();
        return result;
    }
}
