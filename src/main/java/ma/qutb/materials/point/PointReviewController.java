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

/** The reviews a convention asks for, and what came of them. */
@Controller
@RequestMapping("/app/materials/points/{id}")
@PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
class PointReviewController {

    private final Conventions conventions;
    private final PointForms forms;
    private final FormPages pages;

    PointReviewController(Conventions conventions, PointForms forms, FormPages pages) {
        this.conventions = conventions;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/review")
    ModelAndView review(
            @PathVariable UUID id,
            @RequestParam UUID convention,
            @RequestParam String due,
            @AuthenticationPrincipal Actor actor) {
        var point = forms.open(id, actor);
        var start = new TreeMap<>(Map.of("convention", convention.toString(), "due", due, "held", pages.today()));
        return forms.page(point, reviewForm(point, start));
    }

    @PostMapping("/review")
    ModelAndView hold(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = forms.open(id, actor);
        var form = reviewForm(point, typed);
        var convention = form.id("convention")
                .filter(it -> conventions.of(point.id()).stream()
                        .anyMatch(one -> one.id().equals(it)))
                .orElseThrow(PointForms::notFound);
        var due = form.neededDay("due");
        var held = form.neededDay("held");
        var outcome = form.needed("outcome");
        if (form.does(
                Map.of("materials.convention.refusal.outcome", "outcome", "materials.convention.refusal.ahead", "held"),
                () -> conventions.hold(convention, due, held, outcome))) {
            return PointForms.done(point, redirect);
        }
        return forms.page(point, form);
    }

    private ActForm reviewForm(SalePoint point, Map<String, String> typed) {
        var query =
                "review?convention=" + typed.getOrDefault("convention", "") + "&due=" + typed.getOrDefault("due", "");
        return PointForms.form("materials.convention.review", point, query, typed)
                .ask(Part.typed("held", "date").must())
                .ask(Part.typed("outcome", "text").must());
    }
}
