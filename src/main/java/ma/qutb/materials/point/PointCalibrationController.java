package ma.qutb.materials.point;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.paper.Papers;
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

/** The calibration of a scale, and until when it holds. */
@Controller
@RequestMapping("/app/materials/points/{id}")
@PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
class PointCalibrationController {

    private final Equipment equipment;
    private final PointForms forms;
    private final FormPages pages;
    private final Papers papers;

    PointCalibrationController(Equipment equipment, PointForms forms, FormPages pages, Papers papers) {
        this.equipment = equipment;
        this.forms = forms;
        this.pages = pages;
        this.papers = papers;
    }

    @GetMapping("/calibration")
    ModelAndView calibration(@PathVariable UUID id, @RequestParam UUID scale, @AuthenticationPrincipal Actor actor) {
        var point = forms.open(id, actor);
        return forms.page(
                point, calibrationForm(point, new TreeMap<>(Map.of("scale", scale.toString(), "on", pages.today()))));
    }

    @PostMapping("/calibration")
    ModelAndView calibrate(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = forms.open(id, actor);
        var form = calibrationForm(point, typed);
        var scale = form.id("scale")
                .filter(it -> equipment.hasScale(point.id(), it))
                .orElseThrow(PointForms::notFound);
        var on = form.neededDay("on");
        var until = form.neededDay("until");
        var certificate = pages.file(form, "certificate", papers, actor);
        if (form.does(
                Map.of("materials.scale.refusal.calibration", "until"),
                () -> equipment.calibrate(scale, on, until, certificate))) {
            return PointForms.done(point, redirect);
        }
        return forms.page(point, form);
    }

    private ActForm calibrationForm(SalePoint point, Map<String, String> typed) {
        return PointForms.form(
                        "materials.scale.calibration",
                        point,
                        "calibration?scale=" + typed.getOrDefault("scale", ""),
                        typed)
                .ask(Part.typed("on", "date").must())
                .ask(Part.typed("until", "date").must())
                .ask(Part.file("certificate", papers));
    }
}
