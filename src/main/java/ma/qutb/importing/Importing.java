package ma.qutb.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an import: a file arrives, its columns are named, its rows are tried, the good ones are taken over. */
@Service
@Transactional
class Importing {

    /** Longest file name that is kept. */
    private static final int NAME = 120;
    /** Room for more than 200,000 rows. */
    private static final int MEGABYTES = 40;

    private final Jobs jobs;
    private final Matching matching;
    private final ImportQueue queue;
    private final Clock clock;

    Importing(Jobs jobs, Matching matching, ImportQueue queue, Clock clock) {
        this.jobs = jobs;
        this.matching = matching;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * @throws Refusal when it is no list that can be read
     */
    UUID receive(ImportKind<?> kind, String fileName, InputStream content, Actor actor, Language language)
            throws IOException {
        var file = Files.createTempFile("upload-", ".list");
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            if (Files.size(file) > (long) MEGABYTES << 20) {
                throw new Unreadable("too-large", MEGABYTES);
            }
            var form = Recognition.of(file);
            var headings = headings(file, form);
            var job = new Job(
                    Ids.next(),
                    kind.name(),
                    Job.State.MAPPING,
                    shortName(fileName),
                    Files.size(file),
                    form,
                    headings,
                    matching.match(kind, headings),
                    actor.id(),
                    actor.displayName(),
                    actor.scopeOf(kind.permission()) instanceof Scope.Within(var places) ? List.copyOf(places) : null,
                    language,
                    clock.instant(),
                    new Job.Counts(0, 0, 0, 0, 0),
                    new ImportKind.Stored(0, 0, 0),
                    null,
                    List.of());
            jobs.add(job, file);
            return job.id();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String shortName(String given) {
        var name = Cleaning.visible(given.replaceAll(".*[/\\\\]", ""));
        return name.length() > NAME ? name.substring(0, NAME) : name;
    }

    private static List<String> headings(Path file, FileForm form) throws IOException {
        var found = new ArrayList<String>();
        var rows = new int[1];
        Lines.of(form).read(file, (line, cells) -> {
            if (rows[0]++ == 0) {
                Arrays.stream(cells).map(Cleaning::visible).map(Importing::cut).forEach(found::add);
            }
            return rows[0] < 2;
        });
        if (rows[0] < 2) {
            throw new Unreadable("no-rows");
        }
        return found;
    }

    private static String cut(String heading) {
        return heading.length() > NAME ? heading.substring(0, NAME) : heading;
    }

    /** What stands under each heading in the first rows, so that somebody can see which column is which. */
    List<List<String>> samples(Job job, int most) throws IOException {
        var samples = new ArrayList<List<String>>();
        job.headings().forEach(it -> samples.add(new ArrayList<>()));
        var file = Files.createTempFile("sample-", ".list");
        try {
            if (!jobs.hasFile(job.id())) {
                return samples;
            }
            jobs.fetch(job.id(), file);
            var rows = new int[1];
            Lines.of(job.form()).read(file, (line, cells) -> {
                if (rows[0]++ > 0) {
                    for (int i = 0; i < Math.min(cells.length, samples.size()); i++) {
                        samples.get(i).add(cut(Cleaning.visible(cells[i])));
                    }
                }
                return rows[0] <= most;
            });
            return samples;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Says which column is which and begins the trial.
     *
     * @param mapping for each heading the key of a column, or empty
     */
    void tryRows(Job job, ImportKind<?> kind, List<String> mapping) {
        var keys = kind.columns().stream().map(ImportColumn::key).toList();
        var named = mapping.stream().filter(it -> !it.isEmpty()).toList();
        if (mapping.size() != job.headings().size() || !keys.containsAll(named)) {
            throw new Refusal("importing.mapping.refusal.unknown");
        }
        if (named.stream().distinct().count() < named.size()) {
            throw new Refusal("importing.mapping.refusal.twice");
        }
        if (kind.columns().stream().anyMatch(it -> it.required() && !named.contains(it.key()))) {
            throw new Refusal("importing.mapping.refusal.required");
        }
        jobs.map(job.id(), mapping);
        for (var from : List.of(Job.State.MAPPING, Job.State.TRIED, Job.State.FAILED)) {
            if (jobs.move(job.id(), from, Job.State.TRIAL)) {
                queue.soon(job.id());
                return;
            }
        }
    }

    /** Takes the good rows over. Asked twice, it is done once. */
    void store(Job job) {
        if (job.counts().good() == 0) {
            throw new Refusal("importing.storing.refusal.nothing");
        }
        if (jobs.move(job.id(), Job.State.TRIED, Job.State.STORING)) {
            queue.soon(job.id());
        }
    }

    /** Nothing of it is wanted: file and problems go. Too late for what is stored already. */
    void discard(Job job) {
        for (var from :
                List.of(Job.State.MAPPING, Job.State.TRIAL, Job.State.TRIED, Job.State.STORING, Job.State.FAILED)) {
            if (jobs.move(job.id(), from, Job.State.DISCARDED)) {
                jobs.empty(job.id());
                return;
            }
        }
    }
}
