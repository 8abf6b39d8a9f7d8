package ma.qutb.spaces.premises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ma.qutb.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each answer counts, from a day on; what was assessed before keeps what it counted. */
@Service
@Transactional
public class AssessmentRule {

    private final JdbcClient database;
    private final Clock clock;

    AssessmentRule(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param until first day on which it counts so no more */
    public record Points(String question, String answer, int points, LocalDate from, Optional<LocalDate> until) {}

    /** What answers count on a day, by question and answer. */
    @Transactional(readOnly = true)
    public Map<String, Map<String, Integer>> on(LocalDate day) {
        var all = new TreeMap<String, Map<String, Integer>>();
        database.sql("select question, answer, points from spaces.assessment_points where during @> :day")
                .param("day", day)
                .query(row -> {
                    all.computeIfAbsent(row.getString("question"), _ -> new TreeMap<>())
                            .put(row.getString("answer"), row.getInt("points"));
                });
        return all;
    }

    /** All that ever counted, in the order of the questions, the newest first. */
    @Transactional(readOnly = true)
    public List<Points> all() {
        return database.sql("""
                        select question, answer, points, lower(during) as f, upper(during) as t from spaces.assessment_points
                         order by question, answer, f desc
                        """)
                .query((row, number) -> new Points(
                        row.getString("question"),
                        row.getString("answer"),
                        row.getInt("points"),
                        row.getObject("f", LocalDate.class),
                        Optional.ofNullable(row.getObject("t", LocalDate.class))))
                .list();
    }

    /**
     * From this day on the answer counts this much.
     *
     * @throws Refusal when the day lies before today, or a later change is known
     */
    public void change(Question question, String answer, int points, LocalDate from) {
        if (from.isBefore(LocalDate.now(clock))) {
            throw new Refusal("spaces.premises.refusal.rule-past");
        }
        if (points < 0 || points > 100 || !question.answers().contains(answer)) {
            throw new Refusal("spaces.premises.refusal.points");
        }
        var later = database.sql("""
                        select exists (select from spaces.assessment_points where question = :question and answer = :answer
                            and lower(during) >= :from)
                        """)
                .param("question", question.code())
                .param("answer", answer)
                .param("from", from)
                .query(Boolean.class)
                .single();
        if (later) {
            throw new Refusal("spaces.premises.refusal.rule-known");
        }
        database.sql("""
                        update spaces.assessment_points set during = daterange(lower(during), :from)
                         where question = :question and answer = :answer and during @> :from
                        """)
                .param("from", from)
                .param("question", question.code())
                .param("answer", answer)
                .update();
        begin(question.code(), answer, points, from);
    }

    /** Brings what a build carries; what is known of an answer stays. */
    void bring(String question, String answer, int points, LocalDate from) {
        var known = database.sql("""
                        select exists (select from spaces.assessment_points where question = :question and answer = :answer)
                        """)
                .param("question", question)
                .param("answer", answer)
                .query(Boolean.class)
                .single();
        if (!known) {
            begin(question, answer, points, from);
        }
    }

    private void begin(String question, String answer, int points, LocalDate from) {
        database.sql("""
                        insert into spaces.assessment_points (question, answer, points, during)
                        values (:question, :answer, :points, daterange(:from, null))
                        """)
                .param("question", question)
                .param("answer", answer)
                .param("points", points)
                .param("from", from)
                .update();
    }
}
