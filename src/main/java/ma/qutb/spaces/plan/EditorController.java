package ma.qutb.spaces.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.UnitKind;
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

/** The editor of a plan: a table of places, which a script lets one drag. */
@Controller
@RequestMapping("/app/spaces/sites/{id}/editor")
@PreAuthorize("hasAuthority('" + Code.MANAGE_UNITS + "')")
class EditorController {

    private static final int CENTIMETRES = 2;

    private final EditingPlan editing;
    private final ReadingPlan reading;
    private final Sites sites;
    private final FormPages pages;
    private final Clock clock;

    EditorController(EditingPlan editing, ReadingPlan reading, Sites sites, FormPages pages, Clock clock) {
        this.editing = editing;
        this.reading = reading;
        this.sites = sites;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView edit(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var site = open(id, actor);
        return page(site, form(site, Map.of()));
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var site = open(id, actor);
        var form = form(site, typed);
        var places = new HashMap<UUID, EditingPlan.Place>();
        typed.keySet().stream().filter(it -> it.matches("x-[0-9a-f-]{36}")).forEach(it -> {
            var unit = it.substring(2);
            places.put(UUID.fromString(unit), place(form, "-" + unit));
        });
        var number = form.line("number").toUpperCase(Locale.ROOT);
        var kind = UnitKind.codes().contains(form.value("kind")) ? UnitKind.of(form.value("kind")) : UnitKind.SHOP;
        var added = number.isEmpty()
                ? Optional.<EditingPlan.Added>empty()
                : Optional.of(new EditingPlan.Added(number, kind, place(form, "")));
        return form.does(Map.of(), () -> editing.place(site.id(), LocalDate.now(clock), places, added))
                ? FormPages.done(path(site), redirect)
                : page(site, form);
    }

    @PostMapping("/ground")
    ModelAndView ground(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var site = open(id, actor);
        var form = groundForm(site, typed);
        long width = form.neededQuantity("width", CENTIMETRES);
        long height = form.neededQuantity("height", CENTIMETRES);
        return form.does(Map.of(), () -> {
                    if (width < 200 || height < 200 || width > 1_000_000 || height > 1_000_000) {
                        throw new Refusal("spaces.editor.refusal.size");
                    }
                    editing.ground(site.id(), (int) width, (int) height);
                })
                ? FormPages.done(path(site), redirect)
                : groundPage(site, form);
    }

    private EditingPlan.Place place(ActForm form, String suffix) {
        return new EditingPlan.Place(
                metres(form, "x" + suffix),
                metres(form, "y" + suffix),
                metres(form, "w" + suffix),
                metres(form, "h" + suffix));
    }

    /** What lies before the beginning of the plan is below 0. */
    private static int metres(ActForm form, String field) {
        var typed = form.value(field).strip();
        boolean below = typed.startsWith("-");
        var read = form.read(
                field,
                () -> ActForm.of("", "", "", Map.of("n", below ? typed.substring(1) : typed))
                        .quantity("n", CENTIMETRES)
                        .orElseThrow(() -> new Refusal("spaces.editor.refusal.length", typed)),
                0L);
        return (int) Math.min(read, 1_000_000) * (below ? -1 : 1);
    }

    private ModelAndView page(Site site, ActForm form) {
        var sheet = reading.read(site.id(), Optional.empty(), LocalDate.now(clock));
        if (sheet.isEmpty()) {
            return groundPage(site, groundForm(site, Map.of()));
        }
        return new ModelAndView("spaces/plan/editor", form.refused() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("site", site)
                .addObject("sheet", sheet.get())
                .addObject("scale", new Scale(sheet.get().box()))
                .addObject("form", form);
    }

    private ModelAndView groundPage(Site site, ActForm form) {
        return pages.page(
                form,
                site.demonstration(),
                new Crumb(pages.say("spaces.sites.title"), "/app/spaces/sites"),
                new Crumb(site.name().in(FormPages.language()), "/app/spaces/sites/" + site.id()));
    }

    private static ActForm form(Site site, Map<String, String> typed) {
        return ActForm.of("spaces.editor", path(site), "/app/spaces/plan?site=" + site.id(), typed);
    }

    private ActForm groundForm(Site site, Map<String, String> typed) {
        return ActForm.of("spaces.ground", path(site) + "/ground", "/app/spaces/sites/" + site.id(), typed)
                .ask(Part.typed("width", "decimal").must().in(pages.say("spaces.metre")))
                .ask(Part.typed("height", "decimal").must().in(pages.say("spaces.metre")));
    }

    private static String path(Site site) {
        return "/app/spaces/sites/" + site.id() + "/editor";
    }

    private Site open(UUID id, Actor actor) {
        return sites.find(new SiteId(id), actor, Code.MANAGE_UNITS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
