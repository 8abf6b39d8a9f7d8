package ma.qutb.spaces.scoring;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.call.Call;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the chair does when all sheets are compared: writes down what was talked about, and closes for good. */
@Service
@Transactional
public class ClosingScoring {

    private final JdbcClient database;
    private final ReadingCommittee reading;
    private final IssuingMinutes minutes;
    private final Clock clock;

    ClosingScoring(JdbcClient database, ReadingCommittee reading, IssuingMinutes minutes, Clock clock) {
        this.database = database;
        this.reading = reading;
        this.minutes = minutes;
        this.clock = clock;
    }

    /**
     * Writes down what the committee found about an application. The sheets stay as they are.
     *
     * @param agreed points that stand in place of the average; none: the average stands
     * @throws Refusal to whoever is not the chair, before the sheets are compared, or when it was talked about before
     */
    public void talked(Call call, UUID application, Optional<Integer> agreed, String words, Actor by) {
        chaired(call, by);
        try {
            database.sql("""
                            insert into spaces.discussion (application_id, agreed, words, said_at, said_by_name)
                            values (:application, :agreed, :words, :now, :name)
                            """)
                    .param("application", application)
                    .param("agreed", agreed.orElse(null), Types.SMALLINT)
                    .param("words", words)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("name", by.displayName())
                    .update();
        } catch (DataIntegrityViolationException e) {
            var twice = Refusal.when("discussion_pk", e, "spaces.scoring.refusal.talked");
            throw twice instanceof Refusal
                    ? twice
                    : Refusal.when("discussion_before_freezing", e, "spaces.scoring.refusal.frozen");
        }
    }

    /**
     * Freezes the scores and issues the minutes. Of two who do it at once one does.
     *
     * @throws Refusal to whoever is not the chair, while something must still be talked about, or when it was done before
     */
    public IssuedDocument freeze(Call call, Actor by) {
        chaired(call, by);
        try {
            int first = database.sql("""
                            update spaces.committee set frozen_at = :now, frozen_by = :user, version = version + 1
                             where call_id = :call and frozen_at is null
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("user", by.id())
                    .param("call", call.id().value())
                    .update();
            if (first == 0) {
                throw new Refusal("spaces.scoring.refusal.frozen");
            }
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("committee_frozen_after_talking", e, "spaces.scoring.refusal.to-talk");
        }
        return minutes.issue(reading.needed(call), by);
    }

    private void chaired(Call call, Actor by) {
        var committee = reading.needed(call);
        if (!committee.chairedBy(by.id())) {
            throw new Refusal("spaces.scoring.refusal.not-chair");
        }
        if (committee.state() == Committee.State.SCORING) {
            throw new Refusal("spaces.scoring.refusal.still-scoring");
        }
    }
}
