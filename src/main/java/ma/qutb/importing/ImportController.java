package ma.qutb.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Scope;
import ma.qutb.shell.list.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The pages of an import, from the file to the report. */
@Controller
@RequestMapping("/app/imports")
class ImportController {

    private final Importing importing;
    private final Jobs jobs;
    private final Kinds kinds;
    private final ImportViews views;
    private final RejectedRows files;

    ImportController(Importing importing, Jobs jobs, Kinds kinds, ImportViews views, RejectedRows files) {
        this.importing = importing;
        this.jobs = jobs;
        this.kinds = kinds;
        this.views = views;
        this.files = files;
    }

    @GetMapping
    ModelAndView index(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("importing/index")
                .addObject(
                        "kinds",
                        kinds.all().stream()
                                .filter(it -> actor.may(it.permission()))
                                .map(it -> new ImportIndex.Offered(it.name(), it.texts()))
                                .toList())
                .addObject(
                        "last",
                        jobs.lastOf(actor.id()).stream()
                                .filter(it -> kinds.named(it.kind()).isPresent())
                                .map(it -> ImportIndex.Past.of(
                                        it, kinds.named(it.kind()).orElseThrow().texts()))
                                .toList());
    }

    @GetMapping("/kinds/{name}")
    ModelAndView upload(@PathVariable String name, @AuthenticationPrincipal Actor actor) {
        return upload(permitted(name, actor), null);
    }

    private static ModelAndView upload(ImportKind<?> kind, @Nullable Refusal refusal) {
        return new ModelAndView("importing/upload", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("kind", kind.name())
                .addObject("texts", kind.texts())
                .addObject("columns", kind.columns())
                .addObject("notice", kind.notice())
                .addObject("refusal", refusal);
    }

    @PostMapping("/kinds/{name}")
    ModelAndView receive(
            @PathVariable String name, @RequestParam MultipartFile file, @AuthenticationPrincipal Actor actor)
            throws IOException {
        var kind = permitted(name, actor);
        try (var content = file.getInputStream()) {
            var given = file.getOriginalFilename();
            var id = importing.receive(kind, given == null ? "" : given, content, actor, language());
            return new ModelAndView("redirect:/app/imports/" + id);
        } catch (Refusal refusal) {
            return upload(kind, refusal);
        }
    }

    @GetMapping("/kinds/{name}/template.{format:csv|xlsx}")
    void template(
            @PathVariable String name,
            @PathVariable String format,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response)
            throws IOException {
        var kind = permitted(name, actor);
        attach(response, format, kind.name() + "." + format);
        files.template(kind, format, language(), response.getOutputStream());
    }

    @GetMapping("/{id}")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "true") boolean rejected,
            @AuthenticationPrincipal Actor actor)
            throws IOException {
        return show(mine(id, actor), page, rejected, null);
    }

    private ModelAndView show(Job job, int page, boolean rejected, @Nullable Refusal refusal) throws IOException {
        var kind = kinds.named(job.kind()).orElseThrow();
        return new ModelAndView("importing/show", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("it", views.of(job, kind, page, rejected))
                .addObject("refusal", refusal);
    }

    @PostMapping("/{id}/trial")
    ModelAndView tryRows(@PathVariable UUID id, @RequestParam List<String> column, @AuthenticationPrincipal Actor actor)
            throws IOException {
        var job = mine(id, actor);
        try {
            importing.tryRows(job, kinds.named(job.kind()).orElseThrow(), column);
            return back(id);
        } catch (Refusal refusal) {
            return show(job, 1, true, refusal);
        }
    }

    @PostMapping("/{id}/storage")
    ModelAndView store(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) throws IOException {
        var job = mine(id, actor);
        try {
            importing.store(job);
            return back(id);
        } catch (Refusal refusal) {
            return show(job, 1, true, refusal);
        }
    }

    @PostMapping("/{id}/discarding")
    ModelAndView discard(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        importing.discard(mine(id, actor));
        return new ModelAndView("redirect:/app/imports");
    }

    @GetMapping("/{id}/rejected")
    void rejected(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, HttpServletResponse response)
            throws IOException {
        var job = mine(id, actor);
        var format = job.form().format();
        attach(response, format, job.kind() + "-rejected." + format);
        files.write(job, kinds.named(job.kind()).orElseThrow(), language(), response.getOutputStream());
    }

    private static void attach(HttpServletResponse response, String format, String name) {
        response.setContentType(Sheet.contentType(format));
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/app/imports/" + id);
    }

    private ImportKind<?> permitted(String name, Actor actor) {
        return kinds.named(name)
                .filter(it -> actor.may(it.permission()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** One's own import, or anybody's for those whose role holds everywhere; what is neither is not found. */
    private Job mine(UUID id, Actor actor) {
        return jobs.find(id)
                .filter(it -> it.state() != Job.State.DISCARDED)
                .filter(it -> kinds.named(it.kind())
                        .filter(kind -> actor.may(kind.permission()))
                        .filter(kind -> it.actor().equals(actor.id())
                                || actor.scopeOf(kind.permission()) instanceof Scope.Everywhere)
                        .isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Language language() {
        return Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
    }
}
