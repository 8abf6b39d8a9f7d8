package ma.qutb.documents.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.qutb.documents.DocumentKind;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintedField;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of a paper is told.
 *
 * @param code {@code valid}, {@code expired}, {@code cancelled} or {@code unknown}
 * @param colour of the message, as the design names states
 * @param kind message key; empty when unknown, as {@code number}
 * @param fields as printed; none once cancelled, when there is nothing left to compare
 */
public record Verdict(
        String code,
        String colour,
        String icon,
        String kind,
        String number,
        List<PrintedField> fields,
        @Nullable Instant issuedAt,
        @Nullable Instant cancelledAt,
        boolean demonstration) {

    static Verdict on(@Nullable IssuedDocument document, LocalDate today) {
        if (document == null) {
            return new Verdict("unknown", "bad", "alert-circle", "", "", List.of(), null, null, false);
        }
        var cancellation = document.cancellation();
        return switch (document.state(today)) {
            case VALID -> of(document, "valid", "ok", "circle-check", document.printed(), null);
            case EXPIRED -> of(document, "expired", "warn", "clock", document.printed(), null);
            case CANCELLED ->
                of(
                        document,
                        "cancelled",
                        "bad",
                        "alert-triangle",
                        List.of(),
                        cancellation == null ? null : cancellation.at());
        };
    }

    private static Verdict of(
            IssuedDocument document,
            String code,
            String colour,
            String icon,
            List<PrintedField> fields,
            @Nullable Instant cancelledAt) {
        return new Verdict(
                code,
                colour,
                icon,
                DocumentKind.messageKey(document.kind()),
                document.number(),
                fields,
                document.issuedAt(),
                cancelledAt,
                document.demonstration());
    }

    public String titleKey() {
        return "documents.verification." + code;
    }

    /** What to do with this answer. */
    public String adviceKey() {
        return titleKey() + ".advice";
    }
}
