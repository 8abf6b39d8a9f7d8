package ma.qutb.market.till;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A till of the hall from its opening count to its closing.
 *
 * @param state {@code open}; {@code counted}, while a difference waits to be explained; {@code closed}
 */
public record HallSession(
        UUID id,
        UUID till,
        String state,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        boolean demonstration,
        List<Count> counts,
        List<Difference> differences) {

    /**
     * What was in the drawer of one currency, and what the book said.
     *
     * @param moment {@code opening} or {@code closing}
     */
    public record Count(String moment, Currency currency, long counted, long expected) {

        public long difference() {
            return counted - expected;
        }
    }

    /**
     * What was missing (negative) or too much.
     *
     * @param approvedBy null while nobody else agreed
     */
    public record Difference(
            String moment,
            Currency currency,
            long amount,
            String reason,
            String statedById,
            String statedBy,
            @Nullable String approvedBy) {

        public boolean waits() {
            return approvedBy == null;
        }
    }

    public boolean open() {
        return state.equals("open");
    }

    public boolean counted() {
        return state.equals("counted");
    }

    public List<Count> at(String moment) {
        return counts.stream().filter(it -> it.moment().equals(moment)).toList();
    }

    /** What the closing count found that nobody explained yet. */
    public List<Count> unexplained() {
        return counted()
                ? at("closing").stream().filter(it -> it.difference() != 0).toList()
                : List.of();
    }
}
