package ma.qutb.ledger.posting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import ma.qutb.ledger.Draft;

/** What a caller said, as a digest: the same request sent again has the same. Who sends it and when does not count. */
final class Payload {

    private Payload() {}

    /**
     * @param purpose what else tells two requests apart: the entry a reversal reverses, the moment a reservation expires
     */
    static byte[] of(Draft draft, String purpose) {
        var text = new StringBuilder()
                .append(draft.book().value())
                .append('\n')
                .append(draft.kind())
                .append('\n')
                .append(draft.occurredOn())
                .append('\n')
                .append(draft.reason())
                .append('\n')
                .append(draft.source())
                .append('\n')
                .append(purpose);
        draft.lines()
                .forEach(it -> text.append('\n')
                        .append(it.account().value())
                        .append(' ')
                        .append(it.amount()));
        return digest(text);
    }

    /** What the chain covers of the postings: see {@code ledger.postings_digest}. */
    static byte[] ofPostings(Draft draft) {
        var text = new StringBuilder();
        for (int i = 0; i < draft.lines().size(); i++) {
            var line = draft.lines().get(i);
            text.append(i == 0 ? "" : "\n")
                    .append(i + 1)
                    .append(' ')
                    .append(line.account().value())
                    .append(' ')
                    .append(line.amount());
        }
        return digest(text);
    }

    private static byte[] digest(CharSequence text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
