package ma.qutb.registry.consent;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.ConsentPurpose;
import ma.qutb.registry.ConsentRecorded;
import ma.qutb.registry.Notice;
import ma.qutb.registry.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what somebody agreed to or withdrew; nothing written before is changed. */
@Service
@Transactional
public class RecordingConsent {

    private final JdbcClient database;
    private final ConsentLedger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordingConsent(JdbcClient database, ConsentLedger ledger, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a line for each answer that differs from the last one, or is the first.
     *
     * @param notice what the person was told before
     * @return how many answers were new
     */
    public int record(PersonId person, Map<ConsentPurpose, Boolean> answers, Manner manner, Notice notice, Actor by) {
        var now = ledger.now(person);
        int written = 0;
        for (var answer : answers.entrySet()) {
            var before = Optional.ofNullable(now.get(answer.getKey())).map(Answer::given);
            if (before.filter(answer.getValue()::equals).isEmpty()) {
                write(person, answer.getKey(), answer.getValue(), manner, notice, by);
                written++;
            }
        }
        return written;
    }

    private void write(PersonId person, ConsentPurpose purpose, boolean given, Manner manner, Notice notice, Actor by) {
        database.sql("""
                        insert into registry.consent_entry (person_id, purpose, given, happened_at, manner, recorded_by, notice_version)
                        values (:person, :purpose, :given, :now, :manner, :by, :notice)
                        """)
                .param("person", person.value())
                .param("purpose", purpose.code())
                .param("given", given)
                .param("now", OffsetDateTime.now(clock))
                .param("manner", manner.name())
                .param("by", by.displayName())
                .param("notice", notice.version())
                .update();
        events.publishEvent(new ConsentRecorded(person, purpose.code(), given));
    }
}
