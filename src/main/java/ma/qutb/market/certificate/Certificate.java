package ma.qutb.market.certificate;

import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.market.MakerId;
import org.jspecify.annotations.Nullable;

/**
 * A paper that certifies something of a maker.
 *
 * @param name what it is called where the label is another one; empty otherwise
 * @param level 1 to 3 of Maroc Fait Main
 * @param until first day on which it holds no more; null where none is said
 * @param document id of the stored paper
 * @param reason why it was withdrawn; empty while it stands
 */
public record Certificate(
        UUID id,
        Label label,
        String name,
        @Nullable Integer level,
        String number,
        MakerId holder,
        String issuedBy,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable UUID document,
        String reason) {

    /** The last day on which it holds. */
    public @Nullable LocalDate last() {
        return until == null ? null : until.minusDays(1);
    }
}
