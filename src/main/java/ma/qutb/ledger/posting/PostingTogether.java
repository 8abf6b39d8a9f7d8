package ma.qutb.ledger.posting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.EntryId;
import ma.qutb.platform.Together;
import ma.qutb.platform.Together.Turn;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Takes entries that come for one book at the same moment to the database in one statement: see docs/decisions/0010. Each caller learns the
 * outcome of their own entry, after it has reached the disk.
 */
@Component
class PostingTogether {

    private final JournalFunctions journal;
    private final Map<BookId, Together<SignedDraft, EntryId>> books = new ConcurrentHashMap<>();

    PostingTogether(JournalFunctions journal) {
        this.journal = journal;
    }

    /** For callers without a transaction of their own. */
    EntryId post(SignedDraft draft) {
        return books.computeIfAbsent(draft.draft().book(), book -> new Together<>(PostingTogether::fits, this::lead))
                .go(draft);
    }

    /** Who brings a key that is among them already is answered by the next group. */
    private static boolean fits(List<SignedDraft> group, SignedDraft next) {
        var key = next.draft().key();
        return group.stream().noneMatch(it -> it.draft().key().equals(key));
    }

    private void lead(List<Turn<SignedDraft, EntryId>> group) {
        if (group.size() > 1) {
            try {
                var answers =
                        journal.postDurably(group.stream().map(Turn::question).toList());
                group.forEach(it -> it.decide(() -> answered(it.question(), answers)));
                return;
            } catch (DataIntegrityViolationException refused) {
                // Nothing of it is written. One of them is refused, and the others have nothing to do with it.
            } catch (RuntimeException e) {
                group.forEach(it -> it.failed(e));
                return;
            }
        }
        group.forEach(it -> it.decide(() ->
                answered(it.question(), LedgerRefusals.said(() -> journal.postDurably(List.of(it.question()))))));
    }

    private static EntryId answered(SignedDraft draft, Map<UUID, JournalFunctions.Answer> answers) {
        return draft.answered(Objects.requireNonNull(answers.get(draft.draft().key())));
    }
}
