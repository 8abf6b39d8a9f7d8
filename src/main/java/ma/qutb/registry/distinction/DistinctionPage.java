package ma.qutb.registry.distinction;

import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.published.Said;
import org.jspecify.annotations.Nullable;

/**
 * A distinction as its page shows it.
 *
 * @param recipientPath the record of who received it; null where a source names only an office
 * @param said what a publication says, for those of the reference data
 * @param source what the pole itself wrote down as the source
 * @param reason why it was withdrawn
 */
public record DistinctionPage(
        UUID id,
        DistinctionKind kind,
        LocalName title,
        LocalName prize,
        String recipient,
        @Nullable String recipientPath,
        @Nullable Integer rank,
        @Nullable Integer year,
        @Nullable LocalDate givenOn,
        @Nullable String level,
        @Nullable LocalName craft,
        @Nullable LocalName place,
        String givenBy,
        @Nullable Said said,
        String source,
        @Nullable LocalDate withdrawnOn,
        String reason,
        boolean demonstration) {

    public String path() {
        return "/app/distinctions/" + id;
    }
}
