package ma.qutb.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what the page of an import shows. */
@Component
class ImportViews {

    private static final int PAGE = 50;
    private static final int SAMPLES = 3;

    private final Importing importing;
    private final Problems problems;
    private final Progress progress;

    ImportViews(Importing importing, Problems problems, Progress progress) {
        this.importing = importing;
        this.problems = problems;
        this.progress = progress;
    }

    ImportView of(Job job, ImportKind<?> kind, int page, boolean rejectedOnly) throws IOException {
        boolean naming = job.state() == Job.State.MAPPING || job.state() == Job.State.FAILED;
        var counts = job.counts();
        var pages = Math.max(1, Math.ceilDiv(problems.count(job.id(), rejectedOnly), PAGE));
        int shown = Math.clamp(page, 1, pages);
        var lines = problems.page(job.id(), rejectedOnly, (shown - 1) * PAGE, PAGE).stream()
                .map(it -> new ImportView.Line(
                        it.line(),
                        it.problem().rejected(),
                        it.problem().column(),
                        it.problem().value(),
                        it.problem().code(),
                        it.problem().arguments()))
                .toList();
        return new ImportView(
                job.id().toString(),
                job.kind(),
                kind.texts(),
                job.state().code(),
                job.state().working(),
                job.fileName(),
                Math.ceilDiv(job.fileSize(), 1024),
                job.form().format(),
                job.form().csv() ? job.form().charset().displayName() : "",
                headings(job, naming),
                kind.columns().stream()
                        .map(it -> new ImportView.Known(it.key(), it.required()))
                        .toList(),
                new ImportView.Found(counts.rows(), counts.good(), counts.warned(), counts.rejected(), counts.known()),
                new ImportView.Taken(
                        job.stored().created(),
                        job.stored().changed(),
                        job.stored().unchanged()),
                job.state().working() ? work(job) : null,
                job.failure(),
                job.failureArguments(),
                lines,
                shown,
                pages,
                rejectedOnly,
                kind.onward());
    }

    private List<ImportView.Heading> headings(Job job, boolean withSamples) throws IOException {
        var samples = withSamples ? importing.samples(job, SAMPLES) : null;
        var headings = new ArrayList<ImportView.Heading>();
        for (int i = 0; i < job.headings().size(); i++) {
            headings.add(new ImportView.Heading(
                    job.headings().get(i), job.mapping().get(i), samples == null ? List.of() : samples.get(i)));
        }
        return headings;
    }

    private ImportView.Work work(Job job) {
        return progress.of(job.id())
                .map(it -> new ImportView.Work(
                        it.rows(), it.share() * 100, it.speed(), it.remaining().orElse(-1L)))
                .orElse(new ImportView.Work(0, -1, 0, -1));
    }
}
