package ma.qutb.materials.stocktake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The scale of a point that counts.
 *
 * @param interval verification interval, in milligrams
 */
public record Scale(UUID id, String name, ScaleClass accuracy, long interval, Optional<LocalDate> calibrationExpires) {

    long tolerance(long weight) {
        return accuracy.tolerance(interval, weight);
    }

    public String accuracyCode() {
        return accuracy.name();
    }

    /** Whether nobody has calibrated it lately: it warns, and still counts. */
    public boolean expiredOn(LocalDate day) {
        return calibrationExpires.filter(it -> !it.isBefore(day)).isEmpty();
    }
}
