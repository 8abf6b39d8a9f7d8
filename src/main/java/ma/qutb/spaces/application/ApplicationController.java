package ma.qutb.spaces.application;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.AskedPaper;
import ma.qutb.spaces.call.Calls;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The applications of all calls for those who look after them: what each asks for, and whether its papers will do. */
@Controller
@RequestMapping(ApplicationList.PATH)
@PreAuthorize("hasAuthority('" + Code.SEE_APPLICATIONS + "')")
class ApplicationController {

    private final RecordList list;
    private final Lists lists;
    private final Applications applications;
    private final BringingPapers papers;
    private final Calls calls;
    private final Screens screens;
    private final FormPages pages;

    ApplicationController(
            @Qualifier("listOfApplications") RecordList list,
            Lists lists,
            Applications applications,
            BringingPapers papers,
            Calls calls,
            Screens screens,
            FormPages pages) {
        this.list = list;
        this.lists = lists;
        this.applications = applications;
        this.papers = papers;
        this.calls = calls;
        this.screens = screens;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("spaces/application/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return new ModelAndView("spaces/application/show")
                .addObject("it", screens.of(Desk.COUNTER, open(id, actor, Code.SEE_APPLICATIONS)));
    }

    @GetMapping("/{id}/papers/{paper}")
    @PreAuthorize("hasAuthority('" + Code.MANAGE_CALLS + "')")
    ModelAndView refusing(@PathVariable UUID id, @PathVariable String paper, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor, Code.MANAGE_CALLS);
        return page(it, form(it, paper(paper), Map.of()));
    }

    @PostMapping("/{id}/papers/{paper}")
    @PreAuthorize("hasAuthority('" + Code.MANAGE_CALLS + "')")
    ModelAndView refuse(
            @PathVariable UUID id,
            @PathVariable String paper,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor, Code.MANAGE_CALLS);
        var form = form(it, paper(paper), typed);
        return form.does(
                        Map.of("spaces.application.refusal.reason", "reason"),
                        () -> papers.refuse(it, paper(paper), form.line("reason"), Taker.clerk(actor)))
                ? FormPages.done(path(it), redirect)
                : page(it, form);
    }

    private ModelAndView page(ApplicationId id, ActForm form) {
        var it = applications.find(id).orElseThrow();
        return pages.page(
                form,
                it.demonstration(),
                new Crumb(pages.say("menu.applications"), ApplicationList.PATH),
                new Crumb(it.number().orElseThrow(), path(id)));
    }

    private static ActForm form(ApplicationId id, AskedPaper paper, Map<String, String> typed) {
        return ActForm.of("spaces.paper-refusal", path(id) + "/papers/" + paper.code(), path(id), typed)
                .ask(Part.typed("reason", "text").must());
    }

    private static String path(ApplicationId id) {
        return ApplicationList.PATH + "/" + id;
    }

    private static AskedPaper paper(String code) {
        return AskedPaper.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ApplicationId open(UUID id, Actor actor, String permission) {
        return applications
                .find(new ApplicationId(id))
                .filter(it -> it.submittedAt().isPresent())
                .filter(it -> calls.find(it.call(), actor, permission).isPresent())
                .map(Application::id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
