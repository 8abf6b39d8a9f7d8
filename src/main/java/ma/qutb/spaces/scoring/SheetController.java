package ma.qutb.spaces.scoring;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.writing.Typed;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's own sheet, one application at a time, on a telephone or a desk. Only members find it. */
@Controller
@RequestMapping("/app/spaces/calls/{call}/sheet")
@PreAuthorize("hasAuthority('" + Code.SCORE + "')")
class SheetController {

    private final ReadingCommittee reading;
    private final ReadingApplicants applicants;
    private final ScoringApplications scoring;
    private final Calls calls;
    private final FormPages pages;

    SheetController(
            ReadingCommittee reading,
            ReadingApplicants applicants,
            ScoringApplications scoring,
            Calls calls,
            FormPages pages) {
        this.reading = reading;
        this.applicants = applicants;
        this.scoring = scoring;
        this.calls = calls;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID call, @AuthenticationPrincipal Actor actor) {
        return overview(sheet(call, actor), null);
    }

    private static ModelAndView overview(Sheet sheet, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "spaces/scoring/sheet", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("sheet", sheet)
                .addObject("refusal", refusal);
    }

    @PostMapping("/closing")
    ModelAndView close(@PathVariable UUID call, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var sheet = sheet(call, actor);
        try {
            scoring.close(sheet.committee().call(), actor);
        } catch (Refusal refusal) {
            return overview(sheet, refusal);
        }
        return FormPages.done(sheet.committee().sheet(), redirect);
    }

    @GetMapping("/{application}")
    ModelAndView read(@PathVariable UUID call, @PathVariable UUID application, @AuthenticationPrincipal Actor actor) {
        var sheet = sheet(call, actor);
        return page(sheet, line(sheet, application), errors(Map.of()));
    }

    /** Keeps what is there and goes on to the next gap. */
    @PostMapping("/{application}")
    ModelAndView give(
            @PathVariable UUID call,
            @PathVariable UUID application,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor) {
        var sheet = sheet(call, actor);
        var line = line(sheet, application);
        var errors = errors(typed);
        var reads = new Typed(errors);
        var points = new ArrayList<@Nullable Integer>();
        for (var it : sheet.committee().call().criteria()) {
            points.add(reads.<Integer>optional(
                    it.code(),
                    () -> Points.of(typed.getOrDefault(it.code(), "")).orElse(null)));
        }
        if (!errors.hasErrors()) {
            try {
                scoring.give(line.application(), points, actor);
                var after = sheet(call, actor);
                return new ModelAndView("redirect:"
                        + after.next(application)
                                .map(after::path)
                                .orElse(after.committee().sheet()));
            } catch (Refusal refusal) {
                errors.reject(refusal.code(), refusal.getArguments(), null);
            }
        }
        return page(sheet, line, errors);
    }

    @GetMapping("/{application}/conflict")
    ModelAndView ask(@PathVariable UUID call, @PathVariable UUID application, @AuthenticationPrincipal Actor actor) {
        var sheet = sheet(call, actor);
        return page(sheet.committee(), form(sheet, line(sheet, application), Map.of()));
    }

    @PostMapping("/{application}/conflict")
    ModelAndView declare(
            @PathVariable UUID call,
            @PathVariable UUID application,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var sheet = sheet(call, actor);
        var line = line(sheet, application);
        var form = form(sheet, line, typed);
        var words = form.needed("words");
        return form.does(Map.of(), () -> scoring.declare(sheet.committee().call(), line.application(), words, actor))
                ? FormPages.done(sheet.committee().sheet(), redirect)
                : page(sheet.committee(), form);
    }

    private Sheet sheet(UUID call, Actor actor) {
        Call it = calls.find(new CallId(call)).orElseThrow(ReadingCommittee::notFound);
        return reading.sheet(it, actor.id());
    }

    private static Sheet.Line line(Sheet sheet, UUID application) {
        return sheet.line(application).orElseThrow(ReadingCommittee::notFound);
    }

    private ModelAndView page(Sheet sheet, Sheet.Line line, Errors errors) {
        return new ModelAndView(
                        "spaces/scoring/application",
                        errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("sheet", sheet)
                .addObject("line", line)
                .addObject("it", applicants.read(line.application()))
                .addObject("errors", errors);
    }

    private static Errors errors(Map<String, String> typed) {
        return new MapBindingResult(new java.util.TreeMap<>(typed), "form");
    }

    private static ActForm form(Sheet sheet, Sheet.Line line, Map<String, String> typed) {
        return ActForm.of("spaces.scoring.conflict", sheet.path(line) + "/conflict", sheet.path(line), typed)
                .ask(Part.typed("words", "text").must());
    }

    private ModelAndView page(Committee committee, ActForm form) {
        return pages.page(
                form,
                committee.call().demonstration(),
                new Crumb(pages.say("spaces.scoring.title"), "/app/spaces/scoring"),
                new Crumb(pages.say("spaces.scoring.sheet", committee.call().called()), committee.sheet()));
    }
}
