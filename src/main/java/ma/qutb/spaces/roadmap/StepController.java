package ma.qutb.spaces.roadmap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.premises.Premises;
import ma.qutb.spaces.premises.PremisesId;
import ma.qutb.spaces.premises.PremisesPapers;
import ma.qutb.spaces.premises.PremisesTable;
import ma.qutb.spaces.premises.RecordingPremises.By;
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

/** What is done on the way: the next step, back, aside, on again; when the next is expected and what it costs. */
@Controller
@RequestMapping("/app/premises/{id:[0-9a-f-]{36}}/roadmap")
@PreAuthorize("hasAuthority('" + Code.STEER_ROADMAP + "')")
class StepController {

    private static final Map<String, String> FIELDS = Map.of(
            "spaces.roadmap.refusal.backdated", "day",
            "spaces.roadmap.refusal.future", "day",
            "spaces.roadmap.refusal.reason", "note",
            "spaces.roadmap.refusal.budget", "budget");

    private final AdvancingConversions taking;
    private final ReadingConversions reading;
    private final PremisesTable premises;
    private final PremisesPapers papers;
    private final FormPages pages;

    StepController(
            AdvancingConversions taking,
            ReadingConversions reading,
            PremisesTable premises,
            PremisesPapers papers,
            FormPages pages) {
        this.taking = taking;
        this.reading = reading;
        this.premises = premises;
        this.papers = papers;
        this.pages = pages;
    }

    @GetMapping("/{act:forward|back|aside|resumed}")
    ModelAndView ask(@PathVariable UUID id, @PathVariable String act, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        var now = reading.of(it.id());
        var step = now.next().map(Step::code).orElse("");
        return page(it, form(it, act, now, Map.of("day", pages.today(), "step", step)));
    }

    @PostMapping("/{act:forward|back|aside|resumed}")
    ModelAndView take(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor);
        var form = form(it, act, reading.of(it.id()), typed);
        var done = new AdvancingConversions.Done(
                form.neededDay("day"), form.line("note"), pages.file(form, "document", papers, actor));
        var by = new By(actor.id(), actor.displayName());
        // The form says which step it was shown for: sent again after somebody else took it, it is refused.
        var asked = form.value("step");
        return form.does(FIELDS, () -> {
                    switch (act) {
                        case "forward" ->
                            taking.forward(
                                    it.id(), Step.codes().contains(asked) ? Step.of(asked) : Step.IDENTIFIED, done, by);
                        case "back" -> taking.back(it.id(), done, by);
                        case "aside" -> taking.setAside(it.id(), done, by);
                        default -> taking.resume(it.id(), done, by);
                    }
                })
                ? FormPages.done(it.path() + "/roadmap", redirect)
                : page(it, form);
    }

    @GetMapping("/plan")
    ModelAndView plan(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        var now = reading.of(it.id());
        var start = new TreeMap<String, String>();
        now.expected().ifPresent(day -> start.put("expected", day.toString()));
        now.budget().ifPresent(budget -> start.put("budget", budget / 100 + "," + "%02d".formatted(budget % 100)));
        return page(it, planForm(it, start));
    }

    @PostMapping("/plan")
    ModelAndView keep(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor);
        var form = planForm(it, typed);
        var expected = form.day("expected");
        var budget = form.money("budget");
        return form.does(FIELDS, () -> taking.plan(it.id(), expected, budget))
                ? FormPages.done(it.path() + "/roadmap", redirect)
                : page(it, form);
    }

    private ActForm form(Premises it, String act, Conversion now, Map<String, String> typed) {
        var form =
                ActForm.of("spaces.roadmap.act." + act, it.path() + "/roadmap/" + act, it.path() + "/roadmap", typed);
        if (act.equals("forward")) {
            form.ask(now.next()
                    .map(this::only)
                    .orElseGet(() -> Part.choice("step", List.of()))
                    .must());
        }
        form.ask(Part.typed("day", "date").called(say("day")).must());
        var note = Part.typed("note", "text").called(say("note"));
        form.ask(act.equals("back") || act.equals("aside") ? note.must() : note);
        return form.ask(Part.file("document", papers).called(say("document")));
    }

    /** The one step that comes next. */
    private Part only(Step step) {
        return Part.cards(
                        "step",
                        List.of(new ma.qutb.shell.Choice(step.code(), pages.say("spaces.roadmap.step." + step.code()))))
                .called(say("step"));
    }

    private ActForm planForm(Premises it, Map<String, String> typed) {
        return ActForm.of("spaces.roadmap.plan", it.path() + "/roadmap/plan", it.path() + "/roadmap", typed)
                .ask(Part.typed("expected", "date"))
                .ask(Part.typed("budget", "decimal").in("MAD"));
    }

    private Premises open(UUID id, Actor actor) {
        return premises.find(new PremisesId(id), actor, Code.STEER_ROADMAP)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(Premises it, ActForm form) {
        return pages.page(
                form,
                it.demonstration(),
                new Crumb(pages.say("spaces.premises.title"), "/app/premises"),
                new Crumb(it.details().name(), it.path()),
                new Crumb(pages.say("spaces.roadmap.title"), it.path() + "/roadmap"));
    }

    private String say(String field) {
        return pages.say("spaces.roadmap.field." + field);
    }
}
