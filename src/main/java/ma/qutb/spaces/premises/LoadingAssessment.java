package ma.qutb.spaces.premises;

import java.time.LocalDate;
import java.util.List;
import ma.qutb.platform.Filling;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What answers count at first; the pole changes it from a day on. */
@Component
@Order(18)
class LoadingAssessment implements Filling {

    private static final String FILE = "supplement/premises_assessment.csv";

    private final AssessmentRule rule;

    LoadingAssessment(AssessmentRule rule) {
        this.rule = rule;
    }

    @Override
    public void fill() {
        ReferenceTable.read(FILE).rows().forEach(this::bring);
    }

    private void bring(ReferenceRow row) {
        var answers = Question.of(row.text("question")).map(Question::answers).orElse(List.of());
        var points = row.whole("points");
        if (!answers.contains(row.text("answer")) || points == null) {
            throw row.broken("answer", "is no answer to this question, or counts nothing");
        }
        rule.bring(
                row.text("question"), row.text("answer"), points.intValue(), LocalDate.parse(row.text("valid_from")));
    }
}
