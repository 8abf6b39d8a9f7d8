package ma.qutb.materials.point;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
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

/** The day a point opens, and the day it closes. */
@Controller
@RequestMapping("/app/materials/points/{id}")
@PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
class PointOpeningController {

    private final OpeningPoints opening;
    private final RunningPoints running;
    private final PointForms forms;
    private final FormPages pages;

    PointOpeningController(OpeningPoints opening, RunningPoints running, PointForms forms, FormPages pages) {
        this.opening = opening;
        this.running = running;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/opening")
    ModelAndView opening(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = forms.open(id, actor);
        return forms.page(point, openingForm(point, new TreeMap<>(Map.of("day", pages.today()))));
    }

    @PostMapping("/opening")
    ModelAndView open(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = forms.open(id, actor);
        var form = openingForm(point, typed);
        var day = form.neededDay("day");
        if (form.does(Map.of(), () -> opening.open(point.id(), day))) {
            return PointForms.done(point, redirect);
        }
        return forms.page(point, form);
    }

    private static ActForm openingForm(SalePoint point, Map<String, String> typed) {
        return PointForms.form("materials.point.opening", point, "opening", typed)
                .ask(Part.typed("day", "date").must());
    }

    @GetMapping("/closing")
    ModelAndView closing(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = forms.open(id, actor);
        return forms.page(point, closingForm(point, Map.of()));
    }

    @PostMapping("/closing")
    ModelAndView close(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = forms.open(id, actor);
        var form = closingForm(point, typed);
        if (form.does(Map.of(), () -> running.close(point))) {
            return PointForms.done(point, redirect);
        }
        return forms.page(point, form);
    }

    private static ActForm closingForm(SalePoint point, Map<String, String> typed) {
        return PointForms.form("materials.point.closing", point, "closing", typed);
    }
}
