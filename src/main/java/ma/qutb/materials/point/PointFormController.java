package ma.qutb.materials.point;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.materials.FundId;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.form.ActForm;
import ma.qutb.materials.form.FormPages;
import ma.qutb.materials.form.Part;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.writing.Writing;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Preparing a sale point, telling where it is and who manages it, opening and closing it. */
@Controller
@RequestMapping("/app/materials/points")
@PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
class PointFormController {

    private static final String LIST = "/app/materials/points";

    private final OpeningPoints opening;
    private final RunningPoints running;
    private final SalePoints points;
    private final Territories territories;
    private final PartyFields managers;
    private final FormPages pages;
    private final Texts texts;
    private final Clock clock;

    PointFormController(
            OpeningPoints opening,
            RunningPoints running,
            SalePoints points,
            Territories territories,
            PartyFields managers,
            FormPages pages,
            Texts texts,
            Clock clock) {
        this.opening = opening;
        this.running = running;
        this.points = points;
        this.territories = territories;
        this.managers = managers;
        this.pages = pages;
        this.texts = texts;
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
        var code = form.needed("code").toUpperCase(java.util.Locale.ROOT);
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
                .map(id -> FormPages.done(LIST + "/" + id, redirect))
                .orElseGet(() -> page(form));
    }

    private ActForm form(Map<String, String> typed, Actor actor) {
        var language = FormPages.language();
        return ActForm.of("materials.point.new", LIST, LIST, typed)
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

    @GetMapping("/{id}/details")
    ModelAndView details(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = open(id, actor);
        var it = running.details(point.id());
        var start = new TreeMap<String, String>();
        it.managedBy().ifPresent(manager -> start.put("manager", "organisation:" + manager));
        start.put("address", it.address());
        start.put("phone", it.phone() == null ? "" : it.phone());
        start.put("bank", it.bank());
        start.put("rib", it.rib() == null ? "" : it.rib());
        start.put("safe", it.safe());
        start.put("safeKeys", it.safeKeys() == null ? "" : String.valueOf(it.safeKeys()));
        return page(point, detailsForm(point, start, actor));
    }

    @PostMapping("/{id}/details")
    ModelAndView describe(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = open(id, actor);
        var form = detailsForm(point, typed, actor);
        var rib = form.read("rib", () -> Writing.digits(form.value("rib"), 24), "");
        var keys = form.read("safeKeys", () -> Writing.digits(form.value("safeKeys"), 1), "");
        var phone = form.read(
                "phone",
                () -> form.value("phone").isBlank()
                        ? ""
                        : PhoneNumber.parse(form.value("phone")).value(),
                "");
        var details = new RunningPoints.Details(
                form.party("manager").map(OrganisationId::new),
                form.line("address"),
                phone.isEmpty() ? null : phone,
                form.line("bank"),
                rib.isEmpty() ? null : rib,
                form.line("safe"),
                keys.isEmpty() || keys.equals("0") ? null : Integer.valueOf(keys));
        if (form.does(Map.of("materials.point.refusal.rib", "rib"), () -> running.describe(point.id(), details))) {
            return done(point, redirect);
        }
        return page(point, form);
    }

    private ActForm detailsForm(SalePoint point, Map<String, String> typed, Actor actor) {
        return ActForm.of("materials.point.details", path(point) + "/details", path(point), typed)
                .ask(Part.pick(managers.field(typed, actor)))
                .ask(Part.typed("address", "text"))
                .ask(Part.typed("phone", "tel"))
                .ask(Part.typed("bank", "text"))
                .ask(Part.typed("rib", "code"))
                .ask(Part.typed("safe", "text"))
                .ask(Part.typed("safeKeys", "number"));
    }

    @GetMapping("/{id}/opening")
    ModelAndView opening(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = open(id, actor);
        return page(
                point,
                openingForm(
                        point, new TreeMap<>(Map.of("day", LocalDate.now(clock).toString()))));
    }

    @PostMapping("/{id}/opening")
    ModelAndView open(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = open(id, actor);
        var form = openingForm(point, typed);
        var day = form.neededDay("day");
        if (form.does(Map.of(), () -> opening.open(point.id(), day))) {
            return done(point, redirect);
        }
        return page(point, form);
    }

    private static ActForm openingForm(SalePoint point, Map<String, String> typed) {
        return ActForm.of("materials.point.opening", path(point) + "/opening", path(point), typed)
                .ask(Part.typed("day", "date").must());
    }

    @GetMapping("/{id}/closing")
    ModelAndView closing(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = open(id, actor);
        return page(point, closingForm(point, Map.of()));
    }

    @PostMapping("/{id}/closing")
    ModelAndView close(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = open(id, actor);
        var form = closingForm(point, typed);
        if (form.does(Map.of(), () -> running.close(point))) {
            return done(point, redirect);
        }
        return page(point, form);
    }

    private static ActForm closingForm(SalePoint point, Map<String, String> typed) {
        return ActForm.of("materials.point.closing", path(point) + "/closing", path(point), typed);
    }

    private static ModelAndView done(SalePoint point, RedirectAttributes redirect) {
        return FormPages.done(path(point), redirect);
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(texts.say(FormPages.language(), "materials.points.title"), LIST));
    }

    private ModelAndView page(SalePoint point, ActForm form) {
        var language = FormPages.language();
        return pages.page(
                form,
                point.demonstration(),
                new Crumb(texts.say(language, "materials.points.title"), LIST),
                new Crumb(point.name().in(language), path(point)));
    }

    private SalePoint open(UUID id, Actor actor) {
        return points.find(new SalePointId(id), actor, Code.MANAGE_POINTS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static String path(SalePoint point) {
        return LIST + "/" + point.id();
    }
}
