package ma.qutb.registry.search;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Writes the entries of many new records by a thread and in a transaction of its own, while the transaction that makes the records goes
 * on: the database then works on both at once. Committed right after that transaction, or not at all; should Qutb die between the two,
 * the next start adds what is missing ({@link CatchingUp}), which is why only new records come here.
 */
final class IndexAlongside {

    /** Batches that may wait; whoever is further ahead waits too. */
    private static final int BACKLOG = 3;

    private final JdbcClient database;
    private final PlatformTransactionManager transactions;
    private final SearchIndex index;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("index").factory());
    private final Queue<Future<?>> backlog = new ArrayDeque<>();
    private @Nullable TransactionStatus transaction;

    IndexAlongside(JdbcClient database, PlatformTransactionManager transactions, SearchIndex index) {
        this.database = database;
        this.transactions = transactions;
        this.index = index;
        backlog.add(thread.submit(this::begin));
    }

    void write(List<SearchEntry> entries) {
        while (backlog.size() >= BACKLOG) {
            await(backlog.remove());
        }
        backlog.add(thread.submit(() -> index.putAll(entries)));
    }

    /** Waits until all is written. */
    void finish() {
        while (!backlog.isEmpty()) {
            await(backlog.remove());
        }
    }

    /** Keeps what was written, or drops it; to be called once, last. */
    void end(boolean committed) {
        try {
            await(thread.submit(() -> complete(committed)));
        } finally {
            thread.shutdown();
        }
    }

    private void begin() {
        transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        // The database cannot see that the one transaction waits for the other.
        database.sql("set local lock_timeout = '30s'").update();
    }

    private void complete(boolean committed) {
        if (transaction == null) {
            return;
        }
        if (committed) {
            transactions.commit(transaction);
        } else {
            transactions.rollback(transaction);
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the index was written", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the index could not be written", e.getCause());
        }
    }
}
