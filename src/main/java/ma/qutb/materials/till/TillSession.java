package ma.qutb.materials.till;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.TillId;
import org.jspecify.annotations.Nullable;

/**
 * A till from its opening count to its closing.
 *
 * @param state {@code open}; {@code counted}, while a difference waits to be explained; {@code closed}
 * @param openingExpected what the books said at the opening, in centimes
 * @param closingCount null until it is counted
 */
public record TillSession(
        UUID id,
        TillId till,
        SalePointId point,
        String state,
        Instant openedAt,
        String openedBy,
        long openingCount,
        long openingExpected,
        @Nullable Long closingCount,
        @Nullable Long closingExpected,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        List<Difference> differences) {

    TillSession with(List<Difference> found) {
        return new TillSession(
                id,
                till,
                point,
                state,
                openedAt,
                openedBy,
                openingCount,
                openingExpected,
                closingCount,
                closingExpected,
                closedAt,
                closedBy,
                found);
    }

    public boolean open() {
        return state.equals("open");
    }

    public boolean counted() {
        return state.equals("counted");
    }

    /** What was counted less what the books said; nothing before it was counted. */
    public long closingDifference() {
        return closingCount == null || closingExpected == null ? 0 : closingCount - closingExpected;
    }

    /**
     * What was missing (negative) or too much.
     *
     * @param moment {@code opening} or {@code closing}
     * @param approvedBy null while nobody else agreed
     */
    public record Difference(
            String moment,
            long amount,
            String reason,
            String statedById,
            String statedBy,
            @Nullable String approvedBy) {

        public boolean waits() {
            return approvedBy == null;
        }
    }
}
