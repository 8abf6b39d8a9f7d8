package ma.qutb.ledger.posting;

import java.util.Arrays;
import ma.qutb.ledger.Conflict;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.EntryId;
import ma.qutb.ledger.Poster;
import org.jspecify.annotations.Nullable;

/**
 * A draft with who posts it.
 *
 * @param id of the entry, if it is written now
 */
record SignedDraft(EntryId id, Draft draft, @Nullable EntryId reversalOf, Poster poster) {

    byte[] payload() {
        return Payload.of(draft, reversalOf == null ? "" : reversalOf.value().toString());
    }

    /**
     * The entry that stands under the key.
     *
     * @throws Conflict when it says something else
     */
    EntryId answered(JournalFunctions.Answer answer) {
        if (!Arrays.equals(answer.payload(), payload())) {
            throw new Conflict(draft.key());
        }
        return new EntryId(answer.id());
    }
}
