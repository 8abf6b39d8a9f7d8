package ma.qutb.registry.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.registry.ConsentPurpose;
import ma.qutb.registry.Consents;
import ma.qutb.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the ledger of consent. */
@Service
@Transactional(readOnly = true)
public class ConsentLedger implements Consents {

    private final JdbcClient database;

    ConsentLedger(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean agrees(PersonId person, ConsentPurpose purpose) {
        return Optional.ofNullable(now(person).get(purpose)).map(Answer::given).orElse(false);
    }

    /** The last answer to each purpose that was ever put to the person. */
    public Map<ConsentPurpose, Answer> now(PersonId person) {
        var answers = new EnumMap<ConsentPurpose, Answer>(ConsentPurpose.class);
        history(person).forEach(it -> answers.putIfAbsent(it.purpose(), it));
        return answers;
    }

    /** Every answer, the last first. */
    public List<Answer> history(PersonId person) {
        return database.sql("""
                        select purpose, given, happened_at, manner, recorded_by, notice_version
                        from registry.consent_entry where person_id = :person order by id desc
                        """).param("person", person.value()).query(ConsentLedger::answer).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Answer> answer(ResultSet row, int number) throws SQLException {
        var purpose = ConsentPurpose.of(row.getString("purpose"));
        if (purpose.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Answer(
                purpose.get(),
                row.getBoolean("given"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                Manner.valueOf(row.getString("manner")),
                row.getString("recorded_by"),
                row.getString("notice_version")));
    }
}
