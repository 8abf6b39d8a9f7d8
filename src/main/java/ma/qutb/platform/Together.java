package ma.qutb.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes what comes at the same moment for one thing together, where it could only follow each other anyway: see docs/decisions/0010. Whoever
 * finds nobody on the way goes at once; who comes meanwhile goes together next, led by the first of them. Nobody waits for company,
 * except a moment for those of the group before, who may come back at once.
 *
 * @param <Q> what each caller brings
 * @param <A> what each caller is answered
 */
public final class Together<Q, A> {

    /** Beyond this a group is not cheaper, only later. */
    private static final int AT_MOST = 32;
    /** Nanoseconds; less than the disk takes. */
    private static final long MOMENT = 1_000_000;

    /** Decides about each of a group. */
    public interface Leader<Q, A> {

        void lead(List<Turn<Q, A>> group);
    }

    /** Whether one more may go with those of a group; else it goes with the next. */
    public interface Company<Q> {

        boolean fits(List<Q> group, Q next);
    }

    private final Company<Q> company;
    private final Leader<Q, A> leader;
    private final Deque<Turn<Q, A>> waiting = new ArrayDeque<>();
    private boolean led;
    private int expected;
    private long answered = System.nanoTime() - MOMENT;

    public Together(Company<Q> company, Leader<Q, A> leader) {
        this.company = company;
        this.leader = leader;
    }

    /** Goes with others, or leads them; the answer to this one, or what was thrown for it. */
    public A go(Q question) {
        var mine = new Turn<Q, A>(question);
        if (leadsAfterJoining(mine) || mine.isCalledToLead()) {
            lead();
        }
        return mine.outcome();
    }

    private void lead() {
        var group = take();
        try {
            leader.lead(group);
        } finally {
            callNext(group.size());
            group.forEach(Turn::over);
        }
    }

    private synchronized boolean leadsAfterJoining(Turn<Q, A> newcomer) {
        waiting.add(newcomer);
        if (waiting.size() >= expected) {
            notifyAll();
        }
        boolean first = !led;
        led = true;
        return first;
    }

    /** The first ones that fit together, after those of the group before had a moment to come back. */
    private synchronized List<Turn<Q, A>> take() {
        for (long left = left(); waiting.size() < expected && left > 0; left = left()) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        var group = new ArrayList<Turn<Q, A>>();
        var questions = new ArrayList<Q>();
        while (group.size() < AT_MOST
                && !waiting.isEmpty()
                && (group.isEmpty()
                        || company.fits(questions, waiting.getFirst().question()))) {
            var next = waiting.removeFirst();
            group.add(next);
            questions.add(next.question());
        }
        return group;
    }

    private long left() {
        return answered + MOMENT - System.nanoTime();
    }

    /** Before the group is answered: its callers may come back at once. */
    private synchronized void callNext(int group) {
        led = !waiting.isEmpty();
        expected = Math.min(AT_MOST, waiting.size() + group);
        answered = System.nanoTime();
        if (led) {
            waiting.getFirst().called.complete(true);
        }
    }

    /** A caller, until there is an answer. */
    public static final class Turn<Q, A> {

        private final Q question;
        private final CompletableFuture<Boolean> called = new CompletableFuture<>();
        private @Nullable A answer;
        private @Nullable RuntimeException failure;

        private Turn(Q question) {
            this.question = question;
        }

        public Q question() {
            return question;
        }

        /** Answers, or fails as the act does. */
        public void decide(Supplier<A> act) {
            try {
                answer = act.get();
            } catch (RuntimeException e) {
                failed(e);
            }
        }

        public void failed(RuntimeException why) {
            failure = why;
        }

        /** Waits until there is an outcome, or it is this caller's turn to lead. */
        private boolean isCalledToLead() {
            return called.join();
        }

        private void over() {
            called.complete(false);
        }

        private A outcome() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(answer);
        }
    }
}
