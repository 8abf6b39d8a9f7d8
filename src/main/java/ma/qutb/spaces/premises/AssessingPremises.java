package ma.qutb.spaces.premises;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges how near a premises is to being used, by the rule of the day. */
@Service
@Transactional
public class AssessingPremises {

    private final JdbcClient database;
    private final AssessmentRule rule;
    private final Clock clock;

    AssessingPremises(JdbcClient database, AssessmentRule rule, Clock clock) {
        this.database = database;
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * Every question is answered, so that scores can be compared.
     *
     * @throws Refusal when one is not, or an answer or the day cannot be
     */
    public void assess(
            PremisesId premises, LocalDate day, Map<String, String> answers, String note, RecordingPremises.By by) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Refusal("spaces.premises.refusal.future");
        }
        var points = rule.on(day);
        int score = 0;
        int most = 0;
        for (var question : Question.values()) {
            var worth = points.getOrDefault(question.code(), Map.of());
            var counted = worth.get(answers.getOrDefault(question.code(), ""));
            if (counted == null) {
                throw new Refusal("spaces.premises.refusal.unanswered");
            }
            score += counted;
            most += worth.values().stream().mapToInt(it -> it).max().orElse(0);
        }
        var id = Ids.next();
        database.sql("""
                        insert into spaces.premises_assessment (id, premises_id, assessed_on, score, most, note, recorded_at, recorded_by_name)
                        values (:id, :premises, :day, :score, :most, :note, :now, :by)
                        """)
                .param("id", id)
                .param("premises", premises.value())
                .param("day", day)
                .param("score", score)
                .param("most", most)
                .param("note", note)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .update();
        for (var question : Question.values()) {
            var answer = answers.getOrDefault(question.code(), "");
            database.sql("""
                            insert into spaces.premises_answer (assessment_id, question, answer, points)
                            values (:id, :question, :answer, :points)
                            """)
                    .param("id", id)
                    .param("question", question.code())
                    .param("answer", answer)
                    .param(
                            "points",
                            points.getOrDefault(question.code(), Map.of()).getOrDefault(answer, 0))
                    .update();
        }
    }

    /** All that were made, the latest first. */
    @Transactional(readOnly = true)
    public List<Assessment> of(PremisesId premises) {
        var answers = new java.util.HashMap<UUID, List<Assessment.Answer>>();
        database.sql("""
                        select n.* from spaces.premises_answer n join spaces.premises_assessment a on a.id = n.assessment_id
                         where a.premises_id = :id order by n.question
                        """).param("id", premises.value()).query(row -> {
            answers.computeIfAbsent(row.getObject("assessment_id", UUID.class), _ -> new java.util.ArrayList<>())
                    .add(new Assessment.Answer(
                            row.getString("question"), row.getString("answer"), row.getInt("points")));
        });
        return database.sql("""
                        select * from spaces.premises_assessment where premises_id = :id order by assessed_on desc, recorded_at desc
                        """)
                .param("id", premises.value())
                .query((row, number) -> new Assessment(
                        row.getObject("assessed_on", LocalDate.class),
                        row.getInt("score"),
                        row.getInt("most"),
                        row.getString("note"),
                        row.getString("recorded_by_name"),
                        answers.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }
}
