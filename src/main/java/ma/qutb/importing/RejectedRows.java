package ma.qutb.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Texts;
import ma.qutb.shell.list.Sheet;
import org.springframework.stereotype.Service;

/** Files that leave an import: the rejected rows with their reasons, to correct and bring again, and empty templates. */
@Service
class RejectedRows {

    private static final int AT_ONCE = 2_000;

    private final Jobs jobs;
    private final Problems problems;
    private final Texts texts;

    RejectedRows(Jobs jobs, Problems problems, Texts texts) {
        this.jobs = jobs;
        this.problems = problems;
        this.texts = texts;
    }

    /** The rejected rows as they were written, in the format they came in, with the reason in one more column. */
    void write(Job job, ImportKind<?> kind, Language language, OutputStream stream) throws IOException {
        var file = Files.createTempFile("rejected-", ".list");
        try (var sheet =
                Sheet.of(job.form().format(), stream, language, texts.say(language, "importing.rejected.title"))) {
            jobs.fetch(job.id(), file);
            var headings = new ArrayList<>(job.headings());
            headings.add(texts.say(language, "importing.rejected.reason"));
            sheet.heading(headings);
            var window = new Window(job, kind, language);
            var first = new boolean[] {true};
            Lines.of(job.form()).read(file, (line, cells) -> {
                if (!first[0]) {
                    window.reasons(line).ifPresent(reason -> row(sheet, job, cells, reason));
                }
                first[0] = false;
                return true;
            });
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void row(Sheet sheet, Job job, String[] cells, String reason) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < job.headings().size(); i++) {
            texts.add(i < cells.length ? cells[i] : "");
        }
        texts.add(reason);
        try {
            sheet.texts(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty file with the headings of a kind. */
    void template(ImportKind<?> kind, String format, Language language, OutputStream stream) throws IOException {
        try (var sheet = Sheet.of(format, stream, language, texts.say(language, kind.texts() + ".title"))) {
            sheet.heading(kind.columns().stream()
                    .map(it -> texts.say(language, kind.texts() + ".column." + it.key()))
                    .toList());
        }
    }

    /** Reasons, some thousand lines ahead at a time. */
    private class Window {

        private final Job job;
        private final ImportKind<?> kind;
        private final Language language;
        private Map<Integer, List<Problem>> reasons = Map.of();
        private int until;

        Window(Job job, ImportKind<?> kind, Language language) {
            this.job = job;
            this.kind = kind;
            this.language = language;
        }

        java.util.Optional<String> reasons(int line) {
            if (line > until) {
                until = line + AT_ONCE;
                reasons = problems.rejections(job.id(), line, until);
            }
            return java.util.Optional.ofNullable(reasons.get(line))
                    .map(several ->
                            String.join(" · ", several.stream().map(this::say).toList()));
        }

        private String say(Problem problem) {
            var said = texts.say(language, problem.code(), problem.arguments().toArray());
            return problem.column().isEmpty()
                    ? said
                    : texts.say(language, kind.texts() + ".column." + problem.column()) + ": " + said;
        }
    }
}
