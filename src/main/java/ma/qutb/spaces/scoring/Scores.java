package ma.qutb.spaces.scoring;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.spaces.call.CallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the committee of a call has decided, for the rooms that go on from there. */
@Repository
@Transactional(readOnly = true)
public class Scores {

    private final JdbcClient database;

    Scores(JdbcClient database) {
        this.database = database;
    }

    /** Whether the scores of this call cannot change any more. */
    public boolean frozen(CallId call) {
        return database.sql("select count(*) from spaces.committee where call_id = :call and frozen_at is not null")
                        .param("call", call.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private record Given(UUID application, int score) {}

    /** Thousandths of a point by application, of a call whose scores are frozen; otherwise nothing. */
    public Map<UUID, Integer> of(CallId call) {
        return database
                .sql("""
                        select x.application_id, coalesce(d.agreed * 1000, x.average) as score
                          from spaces.comparison x join spaces.committee k on k.call_id = x.call_id
                          left join spaces.discussion d on d.application_id = x.application_id
                         where x.call_id = :call and k.frozen_at is not null
                        """)
                .param("call", call.value())
                .query((row, number) -> new Given(row.getObject("application_id", UUID.class), row.getInt("score")))
                .list()
                .stream()
                .collect(Collectors.toMap(Given::application, Given::score));
    }

    /** Whether this user sat in the committee of the call. */
    public boolean sat(CallId call, UUID user) {
        return database.sql("select count(*) from spaces.committee_member where call_id = :call and user_id = :user")
                        .param("call", call.value())
                        .param("user", user)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
