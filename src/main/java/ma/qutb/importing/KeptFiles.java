package ma.qutb.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds people in the files imports keep, and throws away what is about them or has been kept long enough. */
@Service
@Transactional
class KeptFiles implements ImportedFiles {

    static final Duration KEPT = Duration.ofDays(30);

    private final Jobs jobs;
    private final Problems problems;
    private final Clock clock;

    KeptFiles(Jobs jobs, Problems problems, Clock clock) {
        this.jobs = jobs;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> linesWhere(Predicate<List<String>> fits) {
        var found = new ArrayList<Line>();
        for (var job : jobs.withFile()) {
            lines(job, fits).forEach(it -> found.add(new Line(job.fileName(), it, job.createdAt())));
        }
        return found;
    }

    @Override
    public int forget(Predicate<List<String>> fits) {
        int files = 0;
        for (var job : jobs.withFile()) {
            var lines = lines(job, fits);
            if (!lines.isEmpty()) {
                jobs.dropFile(job.id());
                files++;
            }
            problems.forget(job.id(), lines, text -> fits.test(List.of(text)));
        }
        return files;
    }

    private List<Integer> lines(Job job, Predicate<List<String>> fits) {
        var found = new ArrayList<Integer>();
        try {
            var file = Files.createTempFile("kept-", ".list");
            try {
                jobs.fetch(job.id(), file);
                Lines.of(job.form()).read(file, (line, cells) -> {
                    if (line > 1
                            && fits.test(
                                    Arrays.stream(cells).map(Cleaning::visible).toList())) {
                        found.add(line);
                    }
                    return true;
                });
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public int due() {
        return jobs.keptSince(clock.instant().minus(KEPT));
    }

    @Override
    public int forgetDue() {
        int files = due();
        jobs.forget(clock.instant().minus(KEPT));
        return files;
    }
}
