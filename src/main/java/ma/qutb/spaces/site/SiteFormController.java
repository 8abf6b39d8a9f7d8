package ma.qutb.spaces.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
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

/** A new site, and what is known of one. */
@Controller
@RequestMapping("/app/spaces/sites")
@PreAuthorize("hasAuthority('" + Code.MANAGE_SITES + "')")
class SiteFormController {

    private static final String LIST = "/app/spaces/sites";

    private final KeepingSites keeping;
    private final Sites sites;
    private final Territories territories;
    private final Picking picking;
    private final FormPages pages;
    private final Clock clock;

    SiteFormController(
            KeepingSites keeping, Sites sites, Territories territories, Picking picking, FormPages pages, Clock clock) {
        this.keeping = keeping;
        this.sites = sites;
        this.territories = territories;
        this.picking = picking;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView blank(@AuthenticationPrincipal Actor actor) {
        return page(blankForm(Map.of(), actor), Optional.empty());
    }

    @PostMapping
    ModelAndView enter(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = blankForm(typed, actor);
        var code = form.needed("code").toUpperCase(Locale.ROOT);
        var details = read(form, code, actor);
        return form.attempt(
                        Map.of("spaces.site.refusal.code-taken", "code", "spaces.site.refusal.code-form", "code"),
                        () -> keeping.enter(details.orElseThrow(), false))
                .map(id -> FormPages.done(LIST + "/" + id, redirect))
                .orElseGet(() -> page(form, Optional.empty()));
    }

    @GetMapping("/{id}/details")
    ModelAndView details(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var site = open(id, actor);
        var start = new TreeMap<String, String>();
        start.put("nameArabic", site.name().arabic());
        start.put("nameFrench", site.name().french());
        start.put("nameEnglish", site.name().english());
        start.put("kind", site.kind());
        start.put("state", site.state());
        start.put("place", site.territory().value());
        site.operator().ifPresent(it -> start.put("operator", "organisation:" + it.value()));
        return page(detailsForm(site, start, actor), Optional.of(site));
    }

    @PostMapping("/{id}/details")
    ModelAndView describe(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var site = open(id, actor);
        var form = detailsForm(site, typed, actor);
        var details = read(form, site.code(), actor);
        return form.does(Map.of(), () -> keeping.describe(site.id(), details.orElseThrow()))
                ? FormPages.done(LIST + "/" + id, redirect)
                : page(form, Optional.of(site));
    }

    private Site open(UUID id, Actor actor) {
        return sites.find(new SiteId(id), actor, Code.MANAGE_SITES)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<KeepingSites.Details> read(ActForm form, String code, Actor actor) {
        var french = form.needed("nameFrench");
        var english = form.line("nameEnglish");
        var name = new LocalName(form.needed("nameArabic"), french, english.isEmpty() ? french : english);
        var kind = oneOf(form, "kind", SiteList.KINDS);
        var state = oneOf(form, "state", SiteList.STATES);
        var place = Optional.of(form.value("place"))
                .filter(it ->
                        places(actor).stream().anyMatch(choice -> choice.value().equals(it)))
                .map(TerritoryCode::new);
        if (place.isEmpty()) {
            form.need("place");
        }
        var operator = form.party("operator").map(OrganisationId::new);
        return place.map(it -> new KeepingSites.Details(code, kind, name, it, operator, state));
    }

    private static String oneOf(ActForm form, String field, String[] known) {
        var value = form.value(field);
        if (!List.of(known).contains(value)) {
            form.need(field);
        }
        return value;
    }

    private ActForm blankForm(Map<String, String> typed, Actor actor) {
        return asking(
                ActForm.of("spaces.site.new", LIST, LIST, typed)
                        .ask(Part.typed("code", "code").must()),
                typed,
                actor);
    }

    private ActForm detailsForm(Site site, Map<String, String> typed, Actor actor) {
        var path = LIST + "/" + site.id();
        return asking(ActForm.of("spaces.site.details", path + "/details", path, typed), typed, actor);
    }

    private ActForm asking(ActForm form, Map<String, String> typed, Actor actor) {
        return form.ask(Part.typed("nameArabic", "text")
                        .called(pages.say("spaces.site.nameArabic"))
                        .must())
                .ask(Part.typed("nameFrench", "text")
                        .called(pages.say("spaces.site.nameFrench"))
                        .must())
                .ask(Part.typed("nameEnglish", "text").called(pages.say("spaces.site.nameEnglish")))
                .ask(choice("kind", SiteList.KINDS)
                        .called(pages.say("spaces.sites.column.kind"))
                        .must())
                .ask(choice("state", SiteList.STATES)
                        .called(pages.say("spaces.sites.column.state"))
                        .must())
                .ask(Part.choice("place", places(actor))
                        .called(pages.say("spaces.site.place"))
                        .must())
                .ask(Part.pick(picking.read(
                                PickField.organisation("operator"),
                                typed.getOrDefault("operator", ""),
                                typed.getOrDefault("operatorTyped", ""),
                                actor))
                        .called(pages.say("spaces.site.operator")));
    }

    private Part choice(String name, String[] codes) {
        return Part.choice(
                name,
                Stream.of(codes)
                        .map(it -> new Choice(it, pages.say("spaces.site." + name + "." + it)))
                        .toList());
    }

    private List<Choice> places(Actor actor) {
        var year = LocalDate.now(clock).getYear();
        return territories.all().stream()
                .filter(it -> !it.type().equals("region")
                        && it.existedIn(year)
                        && territories.covers(actor.scopeOf(Code.MANAGE_SITES), Optional.of(it.code())))
                .map(it -> new Choice(it.code().value(), it.name().in(FormPages.language())))
                .toList();
    }

    private ModelAndView page(ActForm form, Optional<Site> site) {
        var above = new Crumb(pages.say("spaces.sites.title"), LIST);
        return site.map(it -> pages.page(
                        form,
                        it.demonstration(),
                        above,
                        new Crumb(it.name().in(FormPages.language()), LIST + "/" + it.id())))
                .orElseGet(() -> pages.page(form, false, above));
    }
}
