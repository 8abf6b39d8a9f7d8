package ma.qutb.materials.point;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.FundId;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoints;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Preparing a new sale point. */
@Controller
@RequestMapping("/app/materials/points")
@PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
class PointPreparationController {

    private final OpeningPoints opening;
    private final SalePoints points;
    private final Territories territories;
    private final PartyFields managers;
    private final FormPages pages;
    private final Clock clock;

    PointPreparationController(
            OpeningPoints opening,
            SalePoints points,
            Territories territories,
            PartyFields managers,
            FormPages pages,
            Clock clock) {
        this.opening = opening;
        this.points = points;
        this.territories = territories;
        this.managers = managers;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView blank(@AuthenticationPrincipal Actor actor) {
        return page(form(Map.of(), actor));
    }

    @PostMapping
    ModelAndView prepare(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form(typed, actor);
        var name = new LocalName(form.needed("nameArabic"), form.needed("nameFrench"), form.line("nameFrench"));
        var code = form.needed("code").toUpperCase(Locale.ROOT);
        var place = Optional.of(form.value("place"))
                .filter(it -> it.matches("[A-Z]+(-[A-Z0-9]+)*"))
                .map(TerritoryCode::new)
                .filter(it -> territories.exists(it)
                        && territories.covers(actor.scopeOf(Code.MANAGE_POINTS), Optional.of(it)));
        if (place.isEmpty()) {
            form.need("place");
        }
        var manager = form.party("manager").map(OrganisationId::new);
        var fund = form.id("fund");
        return form.attempt(
                        Map.of(
                                "materials.point.refusal.code-taken", "code",
                                "materials.point.refusal.code-form", "code",
                                "materials.fund.refusal.code-taken", "code"),
                        () -> opening.prepareIn(
                                fund.flatMap(it -> points.fund(new FundId(it))),
                                code,
                                name,
                                place.orElseThrow(),
                                manager))
                .map(id -> FormPages.done(PointForms.LIST + "/" + id, redirect))
                .orElseGet(() -> page(form));
    }

    private ActForm form(Map<String, String> typed, Actor actor) {
        var language = FormPages.language();
        return ActForm.of("materials.point.new", PointForms.LIST, PointForms.LIST, typed)
                .ask(Part.typed("nameArabic", "text").must())
                .ask(Part.typed("nameFrench", "text").must())
                .ask(Part.typed("code", "code").must())
                .ask(Part.choice(
                                "place",
                                territories.all().stream()
                                        .filter(it -> it.parentToday().isPresent()
                                                && !it.type().equals("region")
                                                && it.existedIn(
                                                        LocalDate.now(clock).getYear())
                                                && territories.covers(
                                                        actor.scopeOf(Code.MANAGE_POINTS), Optional.of(it.code())))
                                        .map(it -> new Choice(
                                                it.code().value(), it.name().in(language)))
                                        .toList())
                        .must())
                .ask(Part.pick(managers.field(typed, actor)))
                .ask(Part.choice(
                        "fund",
                        points.funds(actor, Code.MANAGE_POINTS).stream()
                                .map(it ->
                                        new Choice(it.id().toString(), it.name().in(language)))
                                .toList()));
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(pages.say("materials.points.title"), PointForms.LIST));
    }
}
