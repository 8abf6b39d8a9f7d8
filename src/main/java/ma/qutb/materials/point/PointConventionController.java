package ma.qutb.materials.point;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.paper.Papers;
import ma.qutb.registry.OrganisationId;
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

/** The convention a point stands on, as it was signed. */
@Controller
@RequestMapping("/app/materials/points/{id}")
@PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
class PointConventionController {

    private static final int PARTIES = 4;
    private static final int REVIEWS = 3;

    private final Conventions conventions;
    private final PartyFields parties;
    private final PointForms forms;
    private final FormPages pages;
    private final Papers papers;

    PointConventionController(
            Conventions conventions, PartyFields parties, PointForms forms, FormPages pages, Papers papers) {
        this.conventions = conventions;
        this.parties = parties;
        this.forms = forms;
        this.pages = pages;
        this.papers = papers;
    }

    @GetMapping("/convention")
    ModelAndView convention(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = forms.open(id, actor);
        return forms.page(point, conventionForm(point, Map.of(), actor));
    }

    @PostMapping("/convention")
    ModelAndView sign(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = forms.open(id, actor);
        var form = conventionForm(point, typed, actor);
        var signed = new Conventions.Signed(
                form.key(),
                point.id(),
                form.line("reference"),
                form.neededDay("signed"),
                form.day("ends"),
                form.money("seed"),
                pages.file(form, "file", papers, actor),
                parties(form),
                IntStream.rangeClosed(1, REVIEWS)
                        .boxed()
                        .flatMap(n -> form.day("review" + n).stream())
                        .toList());
        if (form.does(
                Map.of(
                        "materials.convention.refusal.ahead", "signed",
                        "materials.convention.refusal.ends", "ends",
                        "materials.convention.refusal.seed", "seed",
                        "materials.convention.refusal.parties", "party2"),
                () -> conventions.sign(signed))) {
            return PointForms.done(point, redirect);
        }
        return forms.page(point, form);
    }

    private static List<Conventions.Party> parties(ActForm form) {
        var parties = new ArrayList<Conventions.Party>();
        for (int n = 1; n <= PARTIES; n++) {
            var organisation = form.party("party" + n).map(OrganisationId::new);
            var name = form.line("name" + n);
            var duties = form.line("duties" + n);
            if (organisation.isPresent() || !name.isEmpty()) {
                parties.add(new Conventions.Party(organisation, name, duties));
            }
        }
        return parties;
    }

    private ActForm conventionForm(SalePoint point, Map<String, String> typed, Actor actor) {
        var form = PointForms.form("materials.convention.new", point, "convention", typed)
                .ask(Part.typed("reference", "text"))
                .ask(Part.typed("signed", "date").must())
                .ask(Part.typed("ends", "date"))
                .ask(Part.typed("seed", "decimal").in(pages.say("shell.unit.dirham")));
        for (int n = 1; n <= PARTIES; n++) {
            form.ask(Part.pick(parties.organisation("party" + n, typed, actor))
                            .called(pages.say("materials.convention.new.party", n)))
                    .ask(Part.typed("name" + n, "text").called(pages.say("materials.convention.new.name", n)))
                    .ask(Part.typed("duties" + n, "text").called(pages.say("materials.convention.new.duties", n)));
        }
        for (int n = 1; n <= REVIEWS; n++) {
            form.ask(Part.typed("review" + n, "date").called(pages.say("materials.convention.new.review", n)));
        }
        return form.ask(Part.file("file", papers));
    }
}
