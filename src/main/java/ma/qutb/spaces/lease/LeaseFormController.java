package ma.qutb.spaces.lease;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
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

/** A contract is written for a unit, and corrected while nobody has signed it. */
@Controller
@PreAuthorize("hasAuthority('" + Code.LEASE + "')")
class LeaseFormController {

    private static final String NEW = "/app/spaces/units/{unit}/leases";

    private final LeasingUnits leasing;
    private final LeaseForms forms;
    private final LeaseSettings settings;
    private final Units units;
    private final Sites sites;
    private final FormPages pages;
    private final JdbcClient database;
    private final Clock clock;

    LeaseFormController(
            LeasingUnits leasing,
            LeaseForms forms,
            LeaseSettings settings,
            Units units,
            Sites sites,
            FormPages pages,
            JdbcClient database,
            Clock clock) {
        this.leasing = leasing;
        this.forms = forms;
        this.settings = settings;
        this.units = units;
        this.sites = sites;
        this.pages = pages;
        this.database = database;
        this.clock = clock;
    }

    @GetMapping(NEW + "/new")
    ModelAndView blank(@PathVariable("unit") UUID id, @AuthenticationPrincipal Actor actor) {
        var unit = open(id, actor);
        long rent = settings.rentFor(unit.id(), database);
        var start = new HashMap<String, String>();
        start.put("from", LocalDate.now(clock).withDayOfMonth(1).plusMonths(1).toString());
        start.put("months", String.valueOf(settings.months()));
        start.put("rent", LeaseForms.dirhams(rent));
        start.put("deposit", LeaseForms.dirhams(rent * settings.depositMonths()));
        start.put("charges", "none");
        return page(unit, blankForm(unit, start, actor));
    }

    @PostMapping(NEW)
    ModelAndView write(
            @PathVariable("unit") UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var unit = open(id, actor);
        var form = blankForm(unit, typed, actor);
        var who = forms.tenant(form);
        var terms = who.map(it -> forms.read(form, unit, it));
        return form.attempt(LeaseForms.FIELDS, () -> leasing.draft(terms.orElseThrow(), Poster.of(actor)))
                .map(it -> FormPages.done(LeaseConfiguration.LIST + "/" + it, redirect))
                .orElseGet(() -> page(unit, form));
    }

    @GetMapping(LeaseConfiguration.LIST + "/{id}/details")
    ModelAndView details(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var lease = forms.open(id, actor);
        return forms.page(lease, detailsForm(lease, forms.start(lease)));
    }

    @PostMapping(LeaseConfiguration.LIST + "/{id}/details")
    ModelAndView correct(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var lease = forms.open(id, actor);
        var form = detailsForm(lease, typed);
        var terms = forms.read(
                form, units.find(lease.unit()).orElseThrow(), lease.tenant().who());
        return form.does(LeaseForms.FIELDS, () -> leasing.correct(lease.id(), terms, Poster.of(actor)))
                ? FormPages.done(lease.path(), redirect)
                : forms.page(lease, form);
    }

    private ActForm blankForm(Unit unit, Map<String, String> typed, Actor actor) {
        var path = "/app/spaces/units/" + unit.id();
        return forms.terms(
                ActForm.of("spaces.lease.new", path + "/leases", path, typed).ask(forms.tenant(typed, actor)), unit);
    }

    private ActForm detailsForm(Lease lease, Map<String, String> typed) {
        return forms.terms(
                LeaseForms.form("details", lease, typed),
                units.find(lease.unit()).orElseThrow());
    }

    private Unit open(UUID id, Actor actor) {
        return units.find(new UnitId(id), actor, Code.LEASE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(Unit unit, ActForm form) {
        return pages.page(
                form,
                sites.find(unit.site()).orElseThrow().demonstration(),
                new Crumb(pages.say("spaces.units.title"), "/app/spaces/units"),
                new Crumb(
                        pages.say("spaces.unit.called." + unit.kind().code(), unit.number()),
                        "/app/spaces/units/" + unit.id()));
    }
}
