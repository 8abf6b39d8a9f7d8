package ma.qutb.spaces.call;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.Units;
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

/** A new call of a site, and what a draft says. */
@Controller
@RequestMapping(CallPage.LIST)
@PreAuthorize("hasAuthority('" + Code.MANAGE_CALLS + "')")
class CallFormController {

    private static final Map<String, String> FIELDS = Map.of(
            "spaces.call.refusal.closes-before-it-opens", "closes",
            "spaces.call.refusal.days-in-order", "draw",
            "spaces.call.refusal.offer-days", "offerDays");

    private final PreparingCalls preparing;
    private final CallForm fields;
    private final Calls calls;
    private final Sites sites;
    private final Units units;
    private final Clock clock;

    CallFormController(PreparingCalls preparing, CallForm fields, Calls calls, Sites sites, Units units, Clock clock) {
        this.preparing = preparing;
        this.fields = fields;
        this.calls = calls;
        this.sites = sites;
        this.units = units;
        this.clock = clock;
    }

    /** First of which site, if there are several with units. */
    @GetMapping("/new")
    ModelAndView begin(@RequestParam(required = false) Optional<UUID> site, @AuthenticationPrincipal Actor actor) {
        if (site.isPresent()) {
            var of = site(site.get(), actor);
            return page(of, form(of, fields.usual()));
        }
        var choices = sites.all(actor, Code.MANAGE_CALLS).stream()
                .filter(it -> !units.of(it.id(), today()).isEmpty())
                .toList();
        return choices.size() == 1
                ? new ModelAndView("redirect:" + CallPage.LIST + "/new?site="
                        + choices.getFirst().id())
                : new ModelAndView("spaces/call/site").addObject("sites", choices);
    }

    @PostMapping
    ModelAndView begin(
            @RequestParam UUID site,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var of = site(site, actor);
        var form = form(of, typed);
        var draft = fields.read(form, offered(of));
        return form.attempt(FIELDS, () -> preparing.begin(new CallId(form.key()), of.id(), draft, of.demonstration()))
                .map(it -> FormPages.done(CallPage.LIST + "/" + it, redirect))
                .orElseGet(() -> page(of, form));
    }

    @GetMapping("/{id}/details")
    ModelAndView details(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var call = open(id, actor);
        var site = sites.find(call.site()).orElseThrow();
        return page(site, editing(call, fields.of(call)));
    }

    @PostMapping("/{id}/details")
    ModelAndView describe(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var call = open(id, actor);
        var site = sites.find(call.site()).orElseThrow();
        var form = editing(call, typed);
        var draft = fields.read(form, offered(site));
        return form.does(FIELDS, () -> preparing.describe(call.id(), draft))
                ? FormPages.done(CallPage.LIST + "/" + id, redirect)
                : page(site, form);
    }

    private ModelAndView page(Site site, ActForm form) {
        var free = units.free(site.id(), today()).stream().map(Unit::id).toList();
        return new ModelAndView("spaces/call/form", form.refused() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("form", form)
                .addObject("site", site)
                .addObject("units", offered(site))
                .addObject("free", free);
    }

    /** What is let, not what the pole uses itself. */
    private List<Unit> offered(Site site) {
        return units.of(site.id(), today()).stream().filter(it -> !it.ownUse()).toList();
    }

    private ActForm form(Site site, Map<String, String> typed) {
        return ActForm.of("spaces.call.new", CallPage.LIST + "?site=" + site.id(), CallPage.LIST, typed);
    }

    private static ActForm editing(Call call, Map<String, String> typed) {
        var path = CallPage.LIST + "/" + call.id();
        return ActForm.of("spaces.call.details", path + "/details", path, typed);
    }

    private Site site(UUID id, Actor actor) {
        return sites.find(new SiteId(id), actor, Code.MANAGE_CALLS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Call open(UUID id, Actor actor) {
        return calls.find(new CallId(id), actor, Code.MANAGE_CALLS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
