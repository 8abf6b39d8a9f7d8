package ma.qutb.importing;

import jakarta.annotation.PostConstruct;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Looks for imports that wait for work: at once when this node was asked, every few seconds for those of other nodes. */
@Component
class ImportQueue implements Lifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportQueue.class);
    private static final int SECONDS = 5;

    private final ImportWorker worker;
    private final Jobs jobs;
    private final Kinds kinds;
    private final ImportedFiles files;
    private @Nullable ScheduledExecutorService thread;

    ImportQueue(ImportWorker worker, Jobs jobs, Kinds kinds, ImportedFiles files) {
        this.worker = worker;
        this.jobs = jobs;
        this.kinds = kinds;
        this.files = files;
    }

    /** Works on this import as soon as the transaction that asked for it is done. */
    void soon(UUID job) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                var running = thread;
                if (running != null) {
                    running.execute(() -> quietly(() -> worker.work(job)));
                }
            }
        });
    }

    private void look() {
        quietly(() -> jobs.waiting(kinds.names()).forEach(worker::work));
    }

    private void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The database may be away for a while; the next look finds the import where it stands.
            log.warn("imports have to wait: {}", e.getMessage());
        }
    }

    @Override
    @PostConstruct
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("imports").daemon().factory());
        started.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        started.scheduleWithFixedDelay(() -> quietly(files::forgetDue), 1, 12 * 60, TimeUnit.MINUTES);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.shutdownNow();
            try {
                running.awaitTermination(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
