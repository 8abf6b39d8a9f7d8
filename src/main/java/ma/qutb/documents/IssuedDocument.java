package ma.qutb.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that was issued. It stays for ever; at most it is cancelled.
 *
 * @param kind code of its {@link DocumentKind}
 * @param territories where it belongs
 * @param cancellation null while it stands
 */
public record IssuedDocument(
        DocumentId id,
        String kind,
        String number,
        String subject,
        UUID subjectId,
        String holderArabic,
        String holderLatin,
        Set<String> territories,
        List<PrintedField> printed,
        boolean demonstration,
        @Nullable LocalDate validUntil,
        Instant issuedAt,
        String issuedBy,
        String token,
        String shortCode,
        @Nullable Cancellation cancellation,
        List<Print> prints) {

    /** Who cancelled it, when and why. */
    public record Cancellation(Instant at, String by, String reason) {}

    /** One file of it. */
    public record Print(String form, String sha256, int size) {}

    /** How it stands. */
    public enum State {
        VALID,
        EXPIRED,
        CANCELLED;

        public String messageKey() {
            return "documents.state." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How it stands on a day. */
    public State state(LocalDate today) {
        if (cancellation != null) {
            return State.CANCELLED;
        }
        return validUntil != null && validUntil.isBefore(today) ? State.EXPIRED : State.VALID;
    }

    /** Address of one of its files. */
    public String path(Print print) {
        return "/documents/" + id.value() + "/" + print.form() + ".pdf";
    }
}
