package ma.qutb.registry.distinction;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.submission.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down distinctions and takes back those recorded in error; what was written stays as it was. */
@Service
@Transactional
class RecordingDistinctions {

    private final JdbcClient database;
    private final Submissions submissions;
    private final Clock clock;

    RecordingDistinctions(JdbcClient database, Submissions submissions, Clock clock) {
        this.database = database;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** The same form sent twice records one distinction. */
    UUID record(UUID token, Recipient recipient, Distinction distinction) {
        distinction.checkedOn(LocalDate.now(clock));
        return UUID.fromString(submissions.once(token, () -> insert(recipient, distinction)));
    }

    private String insert(Recipient recipient, Distinction it) {
        var id = Ids.next();
        database.sql("""
                        insert into registry.distinction (id, kind, person_id, organisation_id, title_ar, title_fr, prize_ar, rank, given_on,
                            year, level, craft_code, territory_code, given_by_words, demonstration, source, version)
                        values (:id, :kind, :person, :organisation, :title_ar, :title_fr, :prize, :rank, :given_on, :year, :level, :craft,
                            :territory, :given_by, :demonstration, :source, 1)
                        """)
                .param("id", id)
                .param("kind", it.kind().name())
                .param("person", recipient.person() ? recipient.id() : null, java.sql.Types.OTHER)
                .param("organisation", recipient.person() ? null : recipient.id(), java.sql.Types.OTHER)
                .param("title_ar", it.titleArabic())
                .param("title_fr", it.titleFrench())
                .param("prize", it.prize())
                .param("rank", it.rank(), java.sql.Types.INTEGER)
                .param("given_on", it.givenOn(), java.sql.Types.DATE)
                .param("year", it.year())
                .param("level", it.level(), java.sql.Types.VARCHAR)
                .param("craft", it.craft() == null ? null : it.craft().value(), java.sql.Types.VARCHAR)
                .param("territory", recipient.place().map(Object::toString).orElse(null), java.sql.Types.VARCHAR)
                .param("given_by", it.givenBy())
                .param("demonstration", recipient.demonstration())
                .param("source", it.source())
                .update();
        return id.toString();
    }

    /** @throws Refusal without a reason, or when it was withdrawn before */
    void withdraw(UUID distinction, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("registry.distinction.refusal.no-reason");
        }
        var today = LocalDate.now(clock);
        int withdrawn = database.sql("""
                        insert into registry.distinction_withdrawal (distinction_id, withdrawn_on, reason, recorded_at)
                        values (:id, :today, :reason, :now) on conflict do nothing
                        """)
                .param("id", distinction)
                .param("today", today)
                .param("reason", reason)
                .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        if (withdrawn == 0) {
            throw new Refusal("registry.distinction.refusal.withdrawn");
        }
        database.sql("update registry.distinction set withdrawn_on = :today, version = version + 1 where id = :id")
                .param("today", today)
                .param("id", distinction)
                .update();
    }
}
