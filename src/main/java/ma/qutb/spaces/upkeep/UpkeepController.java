package ma.qutb.spaces.upkeep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.Unit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is looked after in a unit, and each act of it as a form that a phone can fill in. */
@Controller
@RequestMapping("/app/spaces/units/{id}/upkeep")
class UpkeepController {

    private static final String INSPECT = "hasAuthority('" + Code.INSPECT + "')";

    private final Upkeep upkeep;
    private final UnitPapers papers;
    private final UpkeepForms forms;
    private final FormPages pages;

    UpkeepController(Upkeep upkeep, UnitPapers papers, UpkeepForms forms, FormPages pages) {
        this.upkeep = upkeep;
        this.papers = papers;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('" + Code.SEE + "')")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return new ModelAndView("spaces/upkeep/show").addObject("it", forms.sheet(forms.open(id, actor, Code.SEE)));
    }

    @GetMapping("/{act:meter|report|repair|file}")
    @PreAuthorize(INSPECT)
    ModelAndView ask(@PathVariable UUID id, @PathVariable String act, @AuthenticationPrincipal Actor actor) {
        var unit = forms.open(id, actor, Code.INSPECT);
        return forms.page(unit, form(unit, act, Map.of("day", pages.today())));
    }

    @PostMapping("/{act:meter|report|repair|file}")
    @PreAuthorize(INSPECT)
    ModelAndView act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var unit = forms.open(id, actor, Code.INSPECT);
        var form = form(unit, act, typed);
        boolean done = switch (act) {
            case "meter" -> install(unit, form);
            case "report" -> report(unit, form, actor);
            case "repair" -> repair(unit, form, actor);
            default -> keep(unit, form, actor);
        };
        return done ? FormPages.done(UpkeepForms.path(unit), redirect) : forms.page(unit, form);
    }

    private boolean install(Unit unit, ActForm form) {
        var kind = UpkeepForms.oneOf(form, "kind", List.of("electricity", "water"));
        var serial = form.needed("serial");
        var day = form.neededDay("day");
        return form.does(
                Map.of("spaces.upkeep.refusal.serial-taken", "serial"),
                () -> upkeep.install(unit.id(), kind, serial, day));
    }

    private boolean report(Unit unit, ActForm form, Actor actor) {
        var occasion = UpkeepForms.oneOf(form, "occasion", List.of("entry", "exit", "visit"));
        var day = form.neededDay("day");
        var whom = form.line("whom");
        var note = form.line("note");
        var found = new LinkedHashMap<String, Upkeep.Found>();
        for (var place : Upkeep.PLACES) {
            var state = form.value(place);
            var photo = pages.file(form, place + "Photo", papers, actor);
            if (List.of("good", "worn", "broken").contains(state)) {
                found.put(place, new Upkeep.Found(state, photo));
            }
        }
        var signed = pages.file(form, "signed", papers, actor);
        return form.does(
                Map.of("spaces.upkeep.refusal.future", "day"),
                () -> upkeep.report(unit.id(), occasion, day, whom, note, signed, found, actor));
    }

    private boolean repair(Unit unit, ActForm form, Actor actor) {
        var what = form.needed("what");
        var photo = pages.file(form, "photo", papers, actor);
        return form.does(
                Map.of(), () -> upkeep.ask(unit.id(), what, form.value("urgent").equals("true"), photo));
    }

    private boolean keep(Unit unit, ActForm form, Actor actor) {
        var title = form.line("words");
        var file = pages.file(form, "photo", papers, actor);
        if (file.isEmpty()) {
            form.need("photo");
        }
        return form.does(Map.of(), () -> upkeep.keep(unit.id(), file.orElseThrow(), title, actor));
    }

    private ActForm form(Unit unit, String act, Map<String, String> typed) {
        var form =
                ActForm.of("spaces.upkeep." + act, UpkeepForms.path(unit) + "/" + act, UpkeepForms.path(unit), typed);
        return switch (act) {
            case "meter" ->
                form.ask(forms.choice("kind", "spaces.meter.", "electricity", "water"))
                        .ask(Part.typed("serial", "code").must())
                        .ask(Part.typed("day", "date").must());
            case "report" -> asked(form);
            case "repair" ->
                form.ask(Part.typed("what", "textarea").must())
                        .ask(Part.check("urgent"))
                        .ask(Part.file("photo", papers));
            default ->
                form.ask(Part.typed("words", "text"))
                        .ask(Part.file("photo", papers).must());
        };
    }

    private ActForm asked(ActForm form) {
        form.ask(forms.choice("occasion", "spaces.condition.", "entry", "exit", "visit"))
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("whom", "text"))
                .ask(Part.typed("note", "text"));
        for (var place : Upkeep.PLACES) {
            var name = pages.say("spaces.condition.place." + place);
            form.ask(forms.choice(place, "spaces.condition.state.", "good", "worn", "broken")
                            .called(name))
                    .ask(Part.file(place + "Photo", papers).called(pages.say("spaces.condition.photo", name)));
        }
        return form.ask(Part.file("signed", papers));
    }
}
