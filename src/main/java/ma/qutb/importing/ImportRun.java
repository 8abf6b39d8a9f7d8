package ma.qutb.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final List<ImportRow> rows = new ArrayList<>();
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

    void through(Path file) throws IOException {
        var heading = new boolean[] {true};
        Lines.of(job.form()).read(file, (line, cells) -> {
            if (heading[0]) {
                heading[0] = false;
                return true;
            }
            total++;
            if (!skipped.get(line)) {
                rows.add(Cleaning.row(line, kind.columns(), job.mapping(), cells));
                if (rows.size() == BATCH) {
                    batch();
                }
            }
            return true;
        });
        batch();
    }

    Job.Counts counts() {
        return new Job.Counts(total, good, warned, rejected, already);
    }

    ImportKind.Stored stored() {
        return stored;
    }

    private void batch() {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedImport();
        }
        var seen = new HashMap<ImportRow, KnownRows.Print>();
        rows.forEach(it -> seen.put(it, KnownRows.Print.of(it)));
        var inAlready = known.among(kind.name(), List.copyOf(seen.values()));
        var fresh = new ArrayList<ImportRow>();
        for (var row : rows) {
            var print = seen.get(row);
            if (inAlready.contains(print)) {
                already++;
            } else if (!prints.add(print)) {
                row.reject("", "importing.problem.same-row");
            } else {
                fresh.add(row);
            }
        }
        // A row means what it means whatever the others say: all processors read.
        var candidates = fresh.parallelStream().map(this::read).flatMap(Optional::stream).toList().stream()
                .filter(this::alone)
                .toList();
        var judged = candidates.stream().filter(it -> !it.row().rejected()).toList();
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
                    accepted.stream().map(it -> seen.get(it.row())).toList());
        }
        rows.clear();
        watcher.rows(total);
    }

    private Optional<Candidate<R>> read(ImportRow row) {
        @Nullable R record = kind.read(row);
        if (record != null && !row.rejected()) {
            return Optional.of(new Candidate<>(row, record));
        }
        if (!row.rejected()) {
            throw new IllegalStateException(kind.name() + " gave up line " + row.line() + " without saying why");
        }
        return Optional.empty();
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
