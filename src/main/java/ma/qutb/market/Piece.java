package ma.qutb.market;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that can be taken in a hand.
 *
 * @param serial on its tag, for example {@code Q260000017}
 * @param place id of the place it lies at
 * @param hold who it is kept for, or was sold to
 */
public record Piece(PieceId id, String serial, ProductId product, UUID place, State state, Optional<HoldId> hold) {

    /** Where a piece stands between the maker and the buyer. */
    public enum State {
        WITH_MAKER,
        RECEIVED,
        INSPECTED,
        ON_SALE,
        HELD,
        SOLD,
        RETURNED,
        LOST,
        SOLD_ELSEWHERE;

        /** As tables and bundles call it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
