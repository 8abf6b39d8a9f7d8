package ma.qutb.spaces.scoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.call.CallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the minutes of a committee say of each application. */
@Repository
@Transactional(readOnly = true)
class ReadingMinutes {

    private final JdbcClient database;

    ReadingMinutes(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param average thousandths, as {@code spread} and {@code agreed}
     * @param words what the committee said; empty where it had nothing to talk about
     */
    record Line(
            UUID application,
            String number,
            int members,
            int average,
            int spread,
            Optional<Integer> agreed,
            String words,
            boolean withdrawn) {

        int score() {
            return agreed.orElse(average);
        }
    }

    /** Who gave no points, and why. */
    record Kept(String number, String member, String ground) {}

    List<Line> lines(CallId call) {
        return database.sql("""
                        select a.number, a.withdrawn_at is not null as withdrawn, x.*, d.agreed * 1000 as agreed, coalesce(d.words, '') as words
                          from spaces.comparison x join spaces.application a on a.id = x.application_id
                          left join spaces.discussion d on d.application_id = x.application_id
                         where x.call_id = :call order by coalesce(d.agreed * 1000, x.average) desc, a.number
                        """)
                .param("call", call.value())
                .query((row, number) -> new Line(
                        row.getObject("application_id", UUID.class),
                        row.getString("number"),
                        row.getInt("members"),
                        row.getInt("average"),
                        row.getInt("spread"),
                        Optional.ofNullable(row.getObject("agreed", Integer.class)),
                        row.getString("words"),
                        row.getBoolean("withdrawn")))
                .list();
    }

    List<Kept> conflicts(CallId call) {
        return database.sql("""
                        select a.number, m.name, x.ground
                          from spaces.conflict x join spaces.application a on a.id = x.application_id
                          join spaces.committee_member m on m.call_id = a.call_id and m.user_id = x.user_id
                         where a.call_id = :call order by a.number, m.name
                        """)
                .param("call", call.value())
                .query((row, number) ->
                        new Kept(row.getString("number"), row.getString("name"), row.getString("ground")))
                .list();
    }
}
