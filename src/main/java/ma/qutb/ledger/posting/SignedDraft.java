package ma.qutb.ledger.posting;

import java.util.Arrays;
import ma.qutb.ledger.Conflict;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.EntryId;
import ma.qutb.ledger.Poster;
import org.jspecify.annotations.Nullable;

/**
 * A draft with who posts it. The digests are made by whoever brings it, before it takes its turn.
 *
 * @param id of the entry, if it is written now
 * @param payload what the caller said: see {@link Payload}
 * @param postings what the chain covers of its postings
 */
record SignedDraft(
        EntryId id, Draft draft, @Nullable EntryId reversalOf, Poster poster, byte[] payload, byte[] postings) {

    static SignedDraft of(EntryId id, Draft draft, @Nullable EntryId reversalOf, Poster poster) {
        var purpose = reversalOf == null ? "" : reversalOf.value().toString();
        return new SignedDraft(id, draft, reversalOf, poster, Payload.of(draft, purpose), Payload.ofPostings(draft));
    }

    /**
     * The entry that stands under the key.
     *
     * @throws Conflict when it says something else
     */
    EntryId answered(JournalFunctions.Answer answer) {
        if (!Arrays.equals(answer.payload(), payload)) {
            throw new Conflict(draft.key());
        }
        return new EntryId(answer.id());
    }
}
