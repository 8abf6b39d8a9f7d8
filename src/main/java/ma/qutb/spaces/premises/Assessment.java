package ma.qutb.spaces.premises;

import java.time.LocalDate;
import java.util.List;

/**
 * How near a premises is to being used, as it was judged on a day.
 *
 * @param score whole points under the rule of that day
 * @param most what the best answers counted then
 */
public record Assessment(LocalDate day, int score, int most, String note, String by, List<Answer> answers) {

    /** What was answered, and what it counted. */
    public record Answer(String question, String answer, int points) {}

    /** Ok from two thirds on, bad below one third. */
    public String tone() {
        return score * 3 >= most * 2 ? "ok" : score * 3 >= most ? "warn" : "bad";
    }
}
