package ma.qutb.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One passage through a file: reads, judges and, unless it is a trial, stores its rows in batches. Holds one batch and a
 * few bytes for each row, however long the file is.
 *
 * @param <R> what a row means
 */
final class ImportRun<R> {

    static final int BATCH = 1_000;

    /** Told after each batch: rows so far. */
    interface Watcher {
        void rows(int done);
    }

    private final Job job;
    private final ImportKind<R> kind;
    private final ImportContext context;
    private final Problems problems;
    private final KnownRows known;
    private final Watcher watcher;
    private final BitSet skipped;

    private List<Written> written = new ArrayList<>();
    private @Nullable Future<List<Read<R>>> ahead;
    private final Map<Long, Integer> keys = new HashMap<>();
    private final Set<KnownRows.Print> prints = new HashSet<>();
    private int total;
    private int good;
    private int warned;
    private int rejected;
    private int already;
    private ImportKind.Stored stored = new ImportKind.Stored(0, 0, 0);

    /**
     * @param skipped lines the trial rejected; empty for the trial itself
     */
    ImportRun(
            Job job,
            ImportKind<R> kind,
            ImportContext context,
            Problems problems,
            KnownRows known,
            BitSet skipped,
            Watcher watcher) {
        this.job = job;
        this.kind = kind;
        this.context = context;
        this.problems = problems;
        this.known = known;
        this.skipped = skipped;
        this.watcher = watcher;
    }

    /** A line of the file. */
    private record Written(int line, String... cells) {}

    /** What a line means; null when it cannot be taken. */
    private record Read<R>(
            ImportRow row, KnownRows.Print print, @Nullable R record) {}

    void through(Path file) throws IOException {
        var heading = new boolean[] {true};
        try (var reader = Executors.newSingleThreadExecutor()) {
            Lines.of(job.form()).read(file, (line, cells) -> {
                if (heading[0]) {
                    heading[0] = false;
                    return true;
                }
                total++;
                if (!skipped.get(line)) {
                    written.add(new Written(line, cells));
                    if (written.size() == BATCH) {
                        next(reader);
                    }
                }
                return true;
            });
            next(reader);
            next(reader);
        }
    }

    /** While the database works on a batch, another thread already reads the next. */
    private void next(ExecutorService reader) {
        var lines = written;
        var batch = ahead;
        written = new ArrayList<>();
        ahead = reader.submit(() -> lines.stream().map(this::read).toList());
        if (batch != null) {
            try {
                work(batch.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedImport();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
            }
        }
    }

    private Read<R> read(Written line) {
        var row = Cleaning.row(line.line(), kind.columns(), job.mapping(), line.cells());
        var print = KnownRows.Print.of(row);
        @Nullable R record = kind.read(row);
        if (record == null && !row.rejected()) {
            throw new IllegalStateException(kind.name() + " gave up line " + row.line() + " without saying why");
        }
        return new Read<>(row, print, row.rejected() ? null : record);
    }

    Job.Counts counts() {
        return new Job.Counts(total, good, warned, rejected, already);
    }

    ImportKind.Stored stored() {
        return stored;
    }

    private void work(List<Read<R>> batch) {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedImport();
        }
        var rows = batch.stream().map(Read::row).toList();
        var candidates = candidates(batch);
        var judged =
                candidates.keySet().stream().filter(it -> !it.row().rejected()).toList();
        if (!judged.isEmpty()) {
            kind.check(judged, context);
        }
        var accepted = judged.stream().filter(it -> !it.row().rejected()).toList();
        problems.add(
                job.id(), rows.stream().filter(it -> !it.problems().isEmpty()).toList());
        good += accepted.size();
        warned += (int)
                accepted.stream().filter(it -> !it.row().problems().isEmpty()).count();
        rejected += (int) rows.stream().filter(ImportRow::rejected).count();
        if (!context.trial() && !accepted.isEmpty()) {
            stored = stored.plus(
                    kind.store(accepted.stream().map(Candidate::record).toList(), context));
            known.add(
                    kind.name(),
                    job.id(),
                    accepted.stream().map(candidates::get).toList());
        }
        watcher.rows(total);
    }

    /** What is new and can be taken, so far, with the prints of its rows. */
    private Map<Candidate<R>, KnownRows.Print> candidates(List<Read<R>> batch) {
        var inAlready = known.among(kind.name(), batch.stream().map(Read::print).toList());
        var candidates = new LinkedHashMap<Candidate<R>, KnownRows.Print>();
        for (var it : batch) {
            if (inAlready.contains(it.print())) {
                already++;
                it.row().forgetReading();
            } else if (!prints.add(it.print())) {
                it.row().forgetReading();
                it.row().reject("", "importing.problem.same-row");
            } else if (it.record() != null) {
                var candidate = new Candidate<>(it.row(), it.record());
                if (alone(candidate)) {
                    candidates.put(candidate, it.print());
                }
            }
        }
        return candidates;
    }

    /** No earlier row of the file means the same or has a number that only one can have. */
    private boolean alone(Candidate<R> candidate) {
        var key = kind.key(candidate.record());
        var earlier = key == null
                ? null
                : keys.putIfAbsent(print(key), candidate.row().line());
        if (earlier != null) {
            candidate.reject("", "importing.problem.same-as-line", earlier);
            return false;
        }
        return claim(candidate.row(), kind.claims(candidate.record()));
    }

    private boolean claim(ImportRow row, Map<String, String> claims) {
        claims.forEach((column, value) -> {
            var earlier = keys.putIfAbsent(print(column + '\n' + value), row.line());
            if (earlier != null) {
                row.reject(column, "importing.problem.claimed", earlier);
            }
        });
        return !row.rejected();
    }

    private static long print(String key) {
        return KnownRows.Print.of(new ImportRow(0, Map.of("key", key))).high();
    }

    /** The application is being stopped. */
    static final class InterruptedImport extends RuntimeException {}
}
