package ma.qutb.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.BitSet;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the work of one import at a time: trial or taking over, each in one transaction that holds a lock of the database
 * as long as it lives. When a node dies its lock goes with it; whichever node looks next finds the import unlocked and
 * either tries again (a trial) or tells that nothing was taken over.
 */
@Component
class ImportWorker {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);
    private static final long BEAT_MILLISECONDS = 400;

    private final Jobs jobs;
    private final Kinds kinds;
    private final Problems problems;
    private final KnownRows known;
    private final Progress progress;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    ImportWorker(
            Jobs jobs,
            Kinds kinds,
            Problems problems,
            KnownRows known,
            Progress progress,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.kinds = kinds;
        this.problems = problems;
        this.known = known;
        this.progress = progress;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Works on this import if it waits for work and no other node has it. */
    void work(UUID id) {
        var job = jobs.find(id).filter(it -> it.state().working()).orElse(null);
        var kind = job == null ? null : kinds.named(job.kind()).orElse(null);
        if (job == null || kind == null) {
            return;
        }
        var actor = ImportActor.of(job, kind.permission());
        SecurityContextHolder.setContext(new SecurityContextImpl(actor.authentication()));
        MDC.put("job", "import " + id);
        try {
            transaction.executeWithoutResult(it -> locked(job, kind, actor));
        } catch (ImportRun.InterruptedImport e) {
            log.info("import {} stops with the application; nothing of it is in", id);
        } catch (Refusal refusal) {
            giveUp(job, refusal.code(), refusal.getArguments());
        } catch (RuntimeException | Error e) {
            log.error("import {} failed; nothing of it is in", id, e);
            giveUp(job, "importing.failure.fault", id.toString().substring(24));
        } finally {
            MDC.remove("job");
            SecurityContextHolder.clearContext();
        }
    }

    private void giveUp(Job job, String code, Object... arguments) {
        transaction.executeWithoutResult(it -> {
            progress.end(job.id());
            var back = job.state() == Job.State.STORING ? Job.State.TRIED : Job.State.FAILED;
            jobs.failed(job.id(), job.state(), back, code, arguments);
        });
    }

    private void locked(Job seen, ImportKind<?> kind, ImportActor actor) {
        boolean mine = database.sql("select pg_try_advisory_xact_lock(hashtextextended(:id, 20))")
                .param("id", "import " + seen.id())
                .query(Boolean.class)
                .single();
        var job = mine ? jobs.find(seen.id()).orElse(seen) : seen;
        if (!mine || job.state() != seen.state()) {
            return;
        }
        var begun = progress.of(job.id());
        if (job.state() == Job.State.STORING
                && begun.filter(it -> it.phase().equals("storing")).isPresent()) {
            // Somebody began to store, and their transaction is gone: so is everything it did.
            progress.end(job.id());
            jobs.failed(job.id(), job.state(), Job.State.TRIED, "importing.failure.interrupted");
            return;
        }
        progress.begin(job.id(), job.state().code());
        try {
            var file = Files.createTempFile("import-", "." + job.form().format());
            try {
                jobs.fetch(job.id(), file);
                run(job, kind, actor, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private <R> void run(Job job, ImportKind<R> kind, ImportActor actor, java.nio.file.Path file) throws IOException {
        boolean trial = job.state() == Job.State.TRIAL;
        var context = new ImportContext(job.id(), actor, job.language(), trial);
        var skipped = trial ? new BitSet() : problems.rejectedLines(job.id());
        if (trial) {
            problems.clear(job.id());
        }
        int expected = trial ? 0 : job.counts().rows();
        var beat = new long[] {System.nanoTime()};
        var run = new ImportRun<>(job, kind, context, problems, known, skipped, rows -> {
            if ((System.nanoTime() - beat[0]) / 1_000_000 > BEAT_MILLISECONDS) {
                beat[0] = System.nanoTime();
                progress.at(job.id(), rows, expected == 0 ? -1 : (double) rows / expected);
            }
        });
        run.through(file);
        if (trial) {
            jobs.tried(job.id(), run.counts());
        } else {
            jobs.stored(job.id(), run.stored());
        }
        progress.end(job.id());
        if (!jobs.move(job.id(), job.state(), trial ? Job.State.TRIED : Job.State.STORED)) {
            // Discarded meanwhile: what was done goes with this transaction.
            throw new Refusal("importing.failure.discarded");
        }
    }
}
