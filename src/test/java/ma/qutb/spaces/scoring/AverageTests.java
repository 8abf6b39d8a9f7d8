package ma.qutb.spaces.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.call.Criterion;
import org.junit.jupiter.api.Test;

/** What sheets come to. */
class AverageTests {

    private static final List<Criterion> CRITERIA =
            List.of(new Criterion("project", 6_000), new Criterion("experience", 3_999), new Criterion("jobs", 1));

    @Test
    void criteriaCountByTheirWeightsAndHalfAThousandthIsRoundedUp() {
        assertThat(Average.of(CRITERIA, List.of(List.of(80, 50, 0)))).isEqualTo(new Average(1, 67_995, 0));
        // 67.995 and 67.996: the mean is 67.9955.
        assertThat(Average.of(CRITERIA, List.of(List.of(80, 50, 0), List.of(80, 50, 10))))
                .isEqualTo(new Average(2, 67_996, 1));
    }

    @Test
    void theSpreadLiesBetweenTheLowestAndTheHighestSheet() {
        var all = List.of(List.of(100, 100, 100), List.of(0, 0, 0), List.of(50, 50, 50));

        assertThat(Average.of(CRITERIA, all)).isEqualTo(new Average(3, 50_000, Average.MOST));
    }

    @Test
    void pointsAreWholeAndAtMostAHundred() {
        assertThat(Points.of("")).isEmpty();
        assertThat(Points.of(" ١٠٠ ")).contains(100);
        for (var typed : List.of("101", "-1", "7,5", "1000")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> Points.of(typed))
                    .withMessage("spaces.scoring.refusal.points");
        }
    }

    @Test
    void nobodysSheetIsNoScore() {
        assertThat(Average.of(CRITERIA, List.of())).isEqualTo(new Average(0, 0, 0));
    }
}
