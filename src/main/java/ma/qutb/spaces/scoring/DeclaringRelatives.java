package ma.qutb.spaces.scoring;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.call.CallId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member names relatives; their applications are kept from the member in every call, now and later. */
@Service
@Transactional
public class DeclaringRelatives {

    private final JdbcClient database;
    private final FindingConflicts conflicts;
    private final Clock clock;

    DeclaringRelatives(JdbcClient database, FindingConflicts conflicts, Clock clock) {
        this.database = database;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /** @throws Refusal when they were declared before */
    public void declare(PersonId relative, Actor by) {
        try {
            database.sql("insert into spaces.relative (user_id, person_id, declared_at) values (:user, :person, :now)")
                    .param("user", by.id())
                    .param("person", relative.value())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.when("relative_pk", e, "spaces.scoring.refusal.relative-known");
        }
        open(by.id()).forEach(conflicts::find);
    }

    @Transactional(readOnly = true)
    public List<PersonId> of(UUID user) {
        return database.sql(
                        "select person_id from spaces.relative where user_id = :user order by declared_at, person_id")
                .param("user", user)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    private List<CallId> open(UUID user) {
        return database.sql("select call_id from spaces.committee_member where user_id = :user and closed_at is null")
                .param("user", user)
                .query((row, number) -> new CallId(row.getObject("call_id", UUID.class)))
                .list();
    }
}
