package ma.qutb.materials.point;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
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

/** A new scale of a point. */
@Controller
@RequestMapping("/app/materials/points/{id}")
@PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
class PointScaleController {

    private static final List<String> CLASSES = List.of("I", "II", "III", "IIII");

    private final Equipment equipment;
    private final PointForms forms;
    private final FormPages pages;

    PointScaleController(Equipment equipment, PointForms forms, FormPages pages) {
        this.equipment = equipment;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/scale")
    ModelAndView scale(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = forms.open(id, actor);
        return forms.page(point, scaleForm(point, Map.of()));
    }

    @PostMapping("/scale")
    ModelAndView addScale(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = forms.open(id, actor);
        var form = scaleForm(point, typed);
        var name = form.needed("name");
        var serial = form.line("serial");
        var accuracy = form.value("class");
        if (!CLASSES.contains(accuracy)) {
            form.need("class");
        }
        long interval = form.neededQuantity("interval", 3);
        long capacity = form.neededQuantity("capacity", 3);
        if (form.does(
                Map.of("materials.scale.refusal.capacity", "capacity"),
                () -> equipment.addScale(point.id(), name, serial, accuracy, interval, capacity))) {
            return PointForms.done(point, redirect);
        }
        return forms.page(point, form);
    }

    private ActForm scaleForm(SalePoint point, Map<String, String> typed) {
        return PointForms.form("materials.scale.new", point, "scale", typed)
                .ask(Part.typed("name", "text").must())
                .ask(Part.typed("serial", "code"))
                .ask(Part.choice(
                                "class",
                                CLASSES.stream().map(it -> new Choice(it, it)).toList())
                        .must())
                .ask(Part.typed("interval", "decimal")
                        .in(pages.say("materials.gram"))
                        .must())
                .ask(Part.typed("capacity", "decimal")
                        .in(pages.say("materials.gram"))
                        .must());
    }
}
