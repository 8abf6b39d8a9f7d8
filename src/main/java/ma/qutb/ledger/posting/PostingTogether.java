package ma.qutb.ledger.posting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.EntryId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Takes entries that come for one book at the same moment to the database in one statement, as they could only follow each
 * other there anyway: see docs/decisions/0010. Whoever finds nobody on the way goes at once; who comes meanwhile goes together next, so
 * that nobody waits for company. Each caller learns the outcome of their own entry, after it has reached the disk.
 */
@Component
class PostingTogether {

    /** Beyond this a group is not cheaper, only later. */
    private static final int AT_MOST = 32;
    /** Nanoseconds; less than the disk takes. */
    private static final long MOMENT = 1_000_000;

    private final JournalFunctions journal;
    private final Map<BookId, Queue> queues = new ConcurrentHashMap<>();

    PostingTogether(JournalFunctions journal) {
        this.journal = journal;
    }

    /** For callers without a transaction of their own. */
    EntryId post(SignedDraft draft) {
        var queue = queues.computeIfAbsent(draft.draft().book(), book -> new Queue());
        var waiting = new Waiting(draft);
        if (queue.leadsAfterJoining(waiting) || waiting.isCalledToLead()) {
            lead(queue);
        }
        return waiting.outcome();
    }

    private void lead(Queue queue) {
        var group = queue.take();
        try {
            write(group);
        } finally {
            queue.callNext(group.size());
            group.forEach(Waiting::answer);
        }
    }

    private void write(List<Waiting> group) {
        if (group.size() > 1) {
            try {
                var answers =
                        journal.postDurably(group.stream().map(Waiting::draft).toList());
                group.forEach(it -> it.decide(() -> answers));
                return;
            } catch (DataIntegrityViolationException refused) {
                // Nothing of it is written. One of them is refused, and the others have nothing to do with it.
            } catch (RuntimeException e) {
                group.forEach(it -> it.failed(e));
                return;
            }
        }
        group.forEach(it -> it.decide(() -> LedgerRefusals.said(() -> journal.postDurably(List.of(it.draft())))));
    }

    private interface Act {
        Map<UUID, JournalFunctions.Answer> write();
    }

    /** A caller, until their entry has an outcome. */
    private static final class Waiting {

        private final SignedDraft draft;
        private final CompletableFuture<Boolean> called = new CompletableFuture<>();
        private @Nullable EntryId entry;
        private @Nullable RuntimeException failure;

        Waiting(SignedDraft draft) {
            this.draft = draft;
        }

        SignedDraft draft() {
            return draft;
        }

        /** Waits until there is an outcome, or it is this caller's turn to lead. */
        boolean isCalledToLead() {
            return called.join();
        }

        void decide(Act act) {
            try {
                var answer = act.write().get(draft.draft().key());
                entry = draft.answered(Objects.requireNonNull(answer));
            } catch (RuntimeException e) {
                failed(e);
            }
        }

        void failed(RuntimeException why) {
            failure = why;
        }

        void answer() {
            called.complete(false);
        }

        EntryId outcome() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(entry);
        }
    }

    /** Who waits to write in one book. */
    private static final class Queue {

        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private boolean led;
        private int expected;
        private long answered = System.nanoTime() - MOMENT;

        synchronized boolean leadsAfterJoining(Waiting newcomer) {
            waiting.add(newcomer);
            notifyAll();
            boolean first = !led;
            led = true;
            return first;
        }

        /**
         * The first ones, after those who were answered just now had a moment to come back; who brings a key that is among them already is
         * answered by the next group.
         */
        synchronized List<Waiting> take() {
            for (long left = left(); waiting.size() < expected && left > 0; left = left()) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            var group = new ArrayList<Waiting>();
            var keys = new HashSet<UUID>();
            while (group.size() < AT_MOST
                    && !waiting.isEmpty()
                    && keys.add(waiting.getFirst().draft().draft().key())) {
                group.add(waiting.removeFirst());
            }
            return group;
        }

        private long left() {
            return answered + MOMENT - System.nanoTime();
        }

        /** Before the group is answered: its callers may come back at once. */
        synchronized void callNext(int group) {
            led = !waiting.isEmpty();
            expected = Math.min(AT_MOST, waiting.size() + group);
            answered = System.nanoTime();
            if (led) {
                waiting.getFirst().called.complete(true);
            }
        }
    }
}
