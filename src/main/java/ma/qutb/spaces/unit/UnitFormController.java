package ma.qutb.spaces.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new unit of a site, and what is known of one. */
@Controller
@PreAuthorize("hasAuthority('" + Code.MANAGE_UNITS + "')")
class UnitFormController {

    private static final Map<String, String> FIELDS = Map.of("spaces.unit.refusal.number-taken", "number");

    private final KeepingUnits keeping;
    private final UnitFields fields;
    private final UnitForms forms;
    private final Sites sites;
    private final FormPages pages;
    private final Clock clock;

    UnitFormController(
            KeepingUnits keeping, UnitFields fields, UnitForms forms, Sites sites, FormPages pages, Clock clock) {
        this.keeping = keeping;
        this.fields = fields;
        this.forms = forms;
        this.sites = sites;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/app/spaces/sites/{id}/units/new")
    ModelAndView blank(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var site = open(id, actor);
        return page(site, form(site, Map.of("from", pages.today())));
    }

    @PostMapping("/app/spaces/sites/{id}/units")
    ModelAndView enter(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var site = open(id, actor);
        var form = form(site, typed);
        var from = form.day("from").orElse(LocalDate.now(clock));
        var said = fields.read(form, site.id(), Optional.empty());
        return form.attempt(FIELDS, () -> keeping.enter(site.id(), said.orElseThrow(), from, "ready"))
                .map(it -> FormPages.done(UnitForms.LIST + "/" + it, redirect))
                .orElseGet(() -> page(site, form));
    }

    @GetMapping(UnitForms.LIST + "/{id}/details")
    ModelAndView details(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var unit = forms.open(id, actor);
        return forms.page(
                unit,
                fields.ask(UnitForms.form("spaces.unit.details", unit, "details", fields.start(unit)), unit.site()));
    }

    @PostMapping(UnitForms.LIST + "/{id}/details")
    ModelAndView describe(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var unit = forms.open(id, actor);
        var form = fields.ask(UnitForms.form("spaces.unit.details", unit, "details", typed), unit.site());
        var said = fields.read(form, unit.site(), Optional.of(unit));
        return form.does(FIELDS, () -> keeping.describe(unit.id(), said.orElseThrow()))
                ? FormPages.done(UnitForms.path(unit), redirect)
                : forms.page(unit, form);
    }

    private ActForm form(Site site, Map<String, String> typed) {
        var path = "/app/spaces/sites/" + site.id();
        return fields.ask(ActForm.of("spaces.unit.new", path + "/units", path, typed), site.id())
                .ask(Part.typed("from", "date"));
    }

    private Site open(UUID id, Actor actor) {
        return sites.find(new SiteId(id), actor, Code.MANAGE_UNITS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(Site site, ActForm form) {
        return pages.page(
                form,
                site.demonstration(),
                new Crumb(pages.say("spaces.sites.title"), "/app/spaces/sites"),
                new Crumb(site.name().in(FormPages.language()), "/app/spaces/sites/" + site.id()));
    }
}
