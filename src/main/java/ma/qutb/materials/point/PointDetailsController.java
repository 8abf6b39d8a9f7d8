package ma.qutb.materials.point;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.writing.Writing;
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

/** Where a point is, who manages it, its bank account and its safe. */
@Controller
@RequestMapping("/app/materials/points/{id}")
@PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
class PointDetailsController {

    private final RunningPoints running;
    private final PartyFields managers;
    private final PointForms forms;

    PointDetailsController(RunningPoints running, PartyFields managers, PointForms forms) {
        this.running = running;
        this.managers = managers;
        this.forms = forms;
    }

    @GetMapping("/details")
    ModelAndView details(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = forms.open(id, actor);
        var it = running.details(point.id());
        var start = new TreeMap<String, String>();
        it.managedBy().ifPresent(manager -> start.put("manager", "organisation:" + manager));
        start.put("address", it.address());
        start.put("phone", it.phone() == null ? "" : it.phone());
        start.put("bank", it.bank());
        start.put("rib", it.rib() == null ? "" : it.rib());
        start.put("safe", it.safe());
        start.put("safeKeys", it.safeKeys() == null ? "" : String.valueOf(it.safeKeys()));
        return forms.page(point, detailsForm(point, start, actor));
    }

    @PostMapping("/details")
    ModelAndView describe(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = forms.open(id, actor);
        var form = detailsForm(point, typed, actor);
        var rib = form.read("rib", () -> Writing.digits(form.value("rib"), 24), "");
        var keys = form.read("safeKeys", () -> Writing.digits(form.value("safeKeys"), 1), "");
        var phone = form.phone("phone");
        var details = new RunningPoints.Details(
                form.party("manager").map(OrganisationId::new),
                form.line("address"),
                phone.orElse(null),
                form.line("bank"),
                rib.isEmpty() ? null : rib,
                form.line("safe"),
                keys.isEmpty() || keys.equals("0") ? null : Integer.valueOf(keys));
        if (form.does(Map.of("materials.point.refusal.rib", "rib"), () -> running.describe(point.id(), details))) {
            return PointForms.done(point, redirect);
        }
        return forms.page(point, form);
    }

    private ActForm detailsForm(SalePoint point, Map<String, String> typed, Actor actor) {
        return PointForms.form("materials.point.details", point, "details", typed)
                .ask(Part.pick(managers.field(typed, actor)))
                .ask(Part.typed("address", "text"))
                .ask(Part.typed("phone", "tel"))
                .ask(Part.typed("bank", "text"))
                .ask(Part.typed("rib", "code"))
                .ask(Part.typed("safe", "text"))
                .ask(Part.typed("safeKeys", "number"));
    }
}
