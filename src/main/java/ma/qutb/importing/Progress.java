package ma.qutb.importing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How far the work on an import is: written at once and apart from the work, which is one long transaction. */
@Component
class Progress implements Imports {

    /** Whoever has not been heard of for so long is dead. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    /**
     * @param share how much of the rows is done, 0 to 1; negative: not known
     */
    record Now(String phase, Instant startedAt, int rows, double share, Instant beatAt) {

        /** Rows a second so far. */
        long speed() {
            long milliseconds = Math.max(1, Duration.between(startedAt, beatAt).toMillis());
            return rows * 1_000L / milliseconds;
        }

        /** Seconds it will still take, if the rest goes as what is done. */
        Optional<Long> remaining() {
            if (share <= 0.01) {
                return Optional.empty();
            }
            var spent = Duration.between(startedAt, beatAt).toMillis();
            return Optional.of(Math.round(spent / share * (1 - share) / 1_000));
        }
    }

    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final Clock clock;

    Progress(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.clock = clock;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void begin(UUID job, String phase) {
        apart.executeWithoutResult(it -> database.sql("""
                        insert into importing.import_progress (job, phase, started_at, beat_at) values (:job, :phase, :now, :now)
                        on conflict (job) do update set phase = :phase, started_at = :now, beat_at = :now, rows_done = 0, share = 0
                        """)
                .param("job", job)
                .param("phase", phase)
                .param("now", Timestamp.from(clock.instant()))
                .update());
    }

    void at(UUID job, int rows, double share) {
        apart.executeWithoutResult(it -> database.sql("""
                        update importing.import_progress set rows_done = :rows, share = :share, beat_at = :now where job = :job
                        """)
                .param("job", job)
                .param("rows", rows)
                .param("share", share)
                .param("now", Timestamp.from(clock.instant()))
                .update());
    }

    void end(UUID job) {
        database.sql("delete from importing.import_progress where job = :job")
                .param("job", job)
                .update();
    }

    @Override
    public boolean working() {
        return database.sql("select exists (select from importing.import_progress where beat_at > :since)")
                .param("since", Timestamp.from(clock.instant().minus(SILENCE)))
                .query(Boolean.class)
                .single();
    }

    Optional<Now> of(UUID job) {
        return database.sql(
                        "select phase, started_at, rows_done, share, beat_at from importing.import_progress where job = :job")
                .param("job", job)
                .query((row, number) -> new Now(
                        row.getString("phase"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getInt("rows_done"),
                        row.getDouble("share"),
                        row.getTimestamp("beat_at").toInstant()))
                .optional();
    }
}
