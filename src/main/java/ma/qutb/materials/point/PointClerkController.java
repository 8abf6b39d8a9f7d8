package ma.qutb.materials.point;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.registry.PersonId;
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

/** Who sells at a point, since when, and until when. */
@Controller
@RequestMapping("/app/materials/points/{id}")
@PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
class PointClerkController {

    private final RunningPoints running;
    private final PartyFields parties;
    private final PointForms forms;
    private final FormPages pages;

    PointClerkController(RunningPoints running, PartyFields parties, PointForms forms, FormPages pages) {
        this.running = running;
        this.parties = parties;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/clerk")
    ModelAndView clerk(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = forms.open(id, actor);
        return forms.page(point, clerkForm(point, new TreeMap<>(Map.of("since", pages.today())), actor));
    }

    @PostMapping("/clerk")
    ModelAndView addClerk(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = forms.open(id, actor);
        var form = clerkForm(point, typed, actor);
        var person = form.party("person");
        if (person.isEmpty()) {
            form.need("person");
        }
        var since = form.neededDay("since");
        if (form.does(
                Map.of("materials.point.refusal.clerk", "person"),
                () -> running.addClerk(point.id(), new PersonId(person.orElseThrow()), since))) {
            return PointForms.done(point, redirect);
        }
        return forms.page(point, form);
    }

    private ActForm clerkForm(SalePoint point, Map<String, String> typed, Actor actor) {
        return PointForms.form("materials.clerk.new", point, "clerk", typed)
                .ask(Part.pick(parties.person("person", typed, actor)).must())
                .ask(Part.typed("since", "date").must());
    }

    @PostMapping("/clerk/{clerk}/end")
    ModelAndView endClerk(
            @PathVariable UUID id,
            @PathVariable UUID clerk,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = forms.open(id, actor);
        running.endClerk(point.id(), clerk);
        return PointForms.done(point, redirect);
    }
}
