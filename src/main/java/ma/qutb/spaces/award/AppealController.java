package ma.qutb.spaces.award;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.application.Applications;
import ma.qutb.spaces.call.Calls;
import ma.qutb.spaces.scoring.Scores;
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

/** An appeal, read by whoever sees results and decided by whoever did not sit in the committee. */
@Controller
@RequestMapping(AwardLists.APPEALS + "/{id}")
class AppealController {

    private final AppealTable appeals;
    private final Appealing appealing;
    private final ReadingResults reading;
    private final Applications applications;
    private final Calls calls;
    private final Scores scores;
    private final FormPages pages;

    AppealController(
            AppealTable appeals,
            Appealing appealing,
            ReadingResults reading,
            Applications applications,
            Calls calls,
            Scores scores,
            FormPages pages) {
        this.appeals = appeals;
        this.appealing = appealing;
        this.reading = reading;
        this.applications = applications;
        this.calls = calls;
        this.scores = scores;
        this.pages = pages;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('" + Code.SEE_AWARDS + "')")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var appeal = open(id, actor, Code.SEE_AWARDS);
        return new ModelAndView("spaces/award/appeal")
                .addObject("appeal", appeal)
                .addObject(
                        "it",
                        applications
                                .find(new ApplicationId(appeal.applicant()))
                                .flatMap(reading::of)
                                .orElseThrow(AppealController::notFound))
                .addObject("sat", scores.sat(appeal.call(), actor.id()));
    }

    @GetMapping("/decision")
    @PreAuthorize("hasAuthority('" + Code.DECIDE_APPEALS + "')")
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var appeal = open(id, actor, Code.DECIDE_APPEALS);
        return page(appeal, form(appeal, Map.of()));
    }

    @PostMapping("/decision")
    @PreAuthorize("hasAuthority('" + Code.DECIDE_APPEALS + "')")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var appeal = open(id, actor, Code.DECIDE_APPEALS);
        var form = form(appeal, typed);
        var remedy = form.value("remedy");
        if (!Appeal.REMEDIES.contains(remedy)) {
            form.need("remedy");
        }
        var why = form.needed("why");
        return form.does(Map.of(), () -> appealing.decide(id, remedy, why, actor))
                ? FormPages.done(path(appeal), redirect)
                : page(appeal, form);
    }

    private Appeal open(UUID id, Actor actor, String permission) {
        return appeals.find(id)
                .filter(it -> calls.find(it.call(), actor, permission).isPresent())
                .orElseThrow(AppealController::notFound);
    }

    private ActForm form(Appeal appeal, Map<String, String> typed) {
        return ActForm.of("spaces.appeal.decide", path(appeal) + "/decision", path(appeal), typed)
                .ask(Part.cards(
                                "remedy",
                                Appeal.REMEDIES.stream()
                                        .map(it -> new Choice(it, pages.say("spaces.appeal.remedy." + it)))
                                        .toList())
                        .must())
                .ask(Part.typed("why", "textarea").must());
    }

    private ModelAndView page(Appeal appeal, ActForm form) {
        return pages.page(
                form,
                calls.find(appeal.call())
                        .orElseThrow(AppealController::notFound)
                        .demonstration(),
                new Crumb(pages.say("spaces.appeals.title"), AwardLists.APPEALS),
                new Crumb(appeal.application(), path(appeal)));
    }

    private static String path(Appeal appeal) {
        return AwardLists.APPEALS + "/" + appeal.id();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
