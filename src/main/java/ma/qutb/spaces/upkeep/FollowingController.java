package ma.qutb.spaces.upkeep;

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

/** What follows in a unit: a meter is read again, a repair goes on. */
@Controller
@RequestMapping("/app/spaces/units/{id}/upkeep")
@PreAuthorize("hasAuthority('" + Code.INSPECT + "')")
class FollowingController {

    private final Upkeep upkeep;
    private final UnitPapers papers;
    private final UpkeepForms forms;
    private final FormPages pages;

    FollowingController(Upkeep upkeep, UnitPapers papers, UpkeepForms forms, FormPages pages) {
        this.upkeep = upkeep;
        this.papers = papers;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/meters/{meter}/reading")
    ModelAndView reading(@PathVariable UUID id, @PathVariable UUID meter, @AuthenticationPrincipal Actor actor) {
        var unit = forms.open(id, actor, Code.INSPECT);
        return forms.page(unit, readingForm(unit, meter(unit, meter), Map.of("day", pages.today())));
    }

    @PostMapping("/meters/{meter}/reading")
    ModelAndView read(
            @PathVariable UUID id,
            @PathVariable UUID meter,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var unit = forms.open(id, actor, Code.INSPECT);
        var form = readingForm(unit, meter(unit, meter), typed);
        var day = form.neededDay("day");
        long value = form.neededQuantity("value", 3);
        var photo = pages.file(form, "photo", papers, actor);
        return form.does(
                        Map.of(
                                "spaces.upkeep.refusal.backwards", "value",
                                "spaces.upkeep.refusal.read-that-day", "day",
                                "spaces.upkeep.refusal.future", "day"),
                        () -> upkeep.read(meter, day, value, photo, actor))
                ? FormPages.done(UpkeepForms.path(unit), redirect)
                : forms.page(unit, form);
    }

    @GetMapping("/repairs/{repair}")
    ModelAndView repair(@PathVariable UUID id, @PathVariable UUID repair, @AuthenticationPrincipal Actor actor) {
        var unit = forms.open(id, actor, Code.INSPECT);
        return forms.page(unit, repairForm(unit, repair(unit, repair), Map.of()));
    }

    @PostMapping("/repairs/{repair}")
    ModelAndView advance(
            @PathVariable UUID id,
            @PathVariable UUID repair,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var unit = forms.open(id, actor, Code.INSPECT);
        var form = repairForm(unit, repair(unit, repair), typed);
        var state = UpkeepForms.oneOf(form, "state", List.of("ordered", "done", "dropped"));
        var cost = form.money("cost");
        var note = form.line("note");
        var photo = pages.file(form, "photo", papers, actor);
        return form.does(Map.of(), () -> upkeep.advance(repair, state, cost, note, photo))
                ? FormPages.done(UpkeepForms.path(unit), redirect)
                : forms.page(unit, form);
    }

    private ActForm readingForm(Unit unit, UpkeepSheet.Meter meter, Map<String, String> typed) {
        return ActForm.of(
                        "spaces.upkeep.reading",
                        UpkeepForms.path(unit) + "/meters/" + meter.id() + "/reading",
                        UpkeepForms.path(unit),
                        typed)
                .ask(Part.file("photo", papers))
                .ask(Part.typed("value", "decimal").must().in(pages.say("spaces.meter.unit." + meter.kind())))
                .ask(Part.typed("day", "date").must());
    }

    private ActForm repairForm(Unit unit, UpkeepSheet.Repair repair, Map<String, String> typed) {
        return ActForm.of(
                        "spaces.upkeep.advance",
                        UpkeepForms.path(unit) + "/repairs/" + repair.id(),
                        UpkeepForms.path(unit),
                        typed)
                .ask(forms.choice("state", "spaces.repair.state.", "ordered", "done", "dropped"))
                .ask(Part.typed("cost", "decimal").in("MAD"))
                .ask(Part.typed("note", "text"))
                .ask(Part.file("photo", papers));
    }

    private UpkeepSheet.Meter meter(Unit unit, UUID id) {
        return forms.sheet(unit).meters().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(UpkeepForms::notFound);
    }

    private UpkeepSheet.Repair repair(Unit unit, UUID id) {
        return forms.sheet(unit).repairs().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(UpkeepForms::notFound);
    }
}
