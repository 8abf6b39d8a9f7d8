package ma.qutb.materials.point;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.registry.form.ActForm;
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

/** A new till of a point. */
@Controller
@RequestMapping("/app/materials/points/{id}")
@PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
class PointTillController {

    private final OpeningPoints opening;
    private final PointForms forms;

    PointTillController(OpeningPoints opening, PointForms forms) {
        this.opening = opening;
        this.forms = forms;
    }

    @GetMapping("/till")
    ModelAndView till(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = forms.open(id, actor);
        return forms.page(point, tillForm(point, Map.of()));
    }

    @PostMapping("/till")
    ModelAndView addTill(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = forms.open(id, actor);
        var form = tillForm(point, typed);
        var name = form.needed("name");
        if (form.does(Map.of("materials.point.refusal.till-taken", "name"), () -> opening.setUpTill(point, name))) {
            return PointForms.done(point, redirect);
        }
        return forms.page(point, form);
    }

    private static ActForm tillForm(SalePoint point, Map<String, String> typed) {
        return PointForms.form("materials.till.new", point, "till", typed)
                .ask(Part.typed("name", "text").must());
    }
}
