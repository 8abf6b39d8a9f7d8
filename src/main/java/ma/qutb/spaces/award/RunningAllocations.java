package ma.qutb.spaces.award;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Computes runs behind the pages, one after the other; what was killed in the middle is begun again from its input. */
@Component
class RunningAllocations implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RunningAllocations.class);
    private static final String JOB = "allocation";

    private final JdbcClient database;
    private final ComputingRun computing;
    private final Map<UUID, Integer> progress = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name(JOB).daemon().factory());

    RunningAllocations(JdbcClient database, ComputingRun computing) {
        this.database = database;
        this.computing = computing;
    }

    /** Percent done of a run that is being computed here. */
    Optional<Integer> progress(UUID run) {
        return Optional.ofNullable(progress.get(run));
    }

    @TransactionalEventListener
    void asked(AskingRuns.RunAsked event) {
        worker.execute(() -> compute(event.run()));
    }

    @Scheduled(initialDelayString = "${qutb.spaces.runs-first:20s}", fixedDelayString = "${qutb.spaces.runs-every:60s}")
    void left() {
        for (var run : database.sql("select id from spaces.allocation_run where finished_at is null order by asked_at")
                .query(UUID.class)
                .list()) {
            if (!progress.containsKey(run)) {
                worker.execute(() -> compute(run));
            }
        }
    }

    private void compute(UUID run) {
        try (var job = MDC.putCloseable("job", JOB)) {
            progress.put(run, 0);
            computing.compute(run, percent -> progress.put(run, percent));
        } catch (RuntimeException e) {
            log.error("run {} of an allocation ended", run, e);
            computing.fail(run, e);
        } finally {
            progress.remove(run);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
