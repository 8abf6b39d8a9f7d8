package ma.qutb.materials.stocktake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.stocktake.Stocktake.Count;
import org.junit.jupiter.api.Test;

class ToleranceTests {

    /** OIML R 76-1, tables 3 and 6: where each class changes from one to two and to three intervals. */
    @Test
    void theTolerancesAreThoseOfTheAccuracyClasses() {
        steps(ScaleClass.I, 50_000, 200_000);
        steps(ScaleClass.II, 5_000, 20_000);
        steps(ScaleClass.III, 500, 2_000);
        steps(ScaleClass.IIII, 50, 200);
    }

    private static void steps(ScaleClass accuracy, long first, long second) {
        for (long interval : new long[] {1, 10}) {
            assertThat(accuracy.tolerance(interval, first * interval)).isEqualTo(interval);
            assertThat(accuracy.tolerance(interval, first * interval + 1)).isEqualTo(2 * interval);
            assertThat(accuracy.tolerance(interval, second * interval)).isEqualTo(2 * interval);
            assertThat(accuracy.tolerance(interval, second * interval + 1)).isEqualTo(3 * interval);
        }
    }

    @Test
    void aScaleIsGoodToTheLastDayOfItsCalibration() {
        var day = LocalDate.of(2026, 11, 22);
        assertThat(scale(Optional.of(day)).expiredOn(day)).isFalse();
        assertThat(scale(Optional.of(day)).expiredOn(day.plusDays(1))).isTrue();
        assertThat(scale(Optional.empty()).expiredOn(day)).isTrue();
        assertThat(scale(Optional.empty()).tolerance(60_000)).isEqualTo(20);
    }

    @Test
    void whatTheScaleMayExplainNeedsNoReason() {
        assertThat(count(990, Optional.empty()).variance()).isEqualTo(-10);
        assertThat(count(990, Optional.empty()).within()).isTrue();
        assertThat(count(1_010, Optional.empty()).within()).isTrue();
        assertThat(count(989, Optional.empty()).within()).isFalse();
        assertThat(count(1_011, Optional.empty()).within()).isFalse();
        assertThat(count(1_010, Optional.empty()).explained()).isTrue();
        assertThat(count(1_011, Optional.empty()).explained()).isFalse();
        assertThat(count(1_011, Optional.of(Cause.ERROR)).explained()).isTrue();
    }

    private static Count count(long weight, Optional<Cause> cause) {
        return new Count(weight, 1_000, 10, cause, "", Optional.empty());
    }

    private static Scale scale(Optional<LocalDate> calibration) {
        return new Scale(UUID.randomUUID(), "Kern", ScaleClass.II, 10, calibration);
    }
}
