package ma.qutb.spaces.rent;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Poster;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Toast;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
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

/** The rents of all tenants: run month by month, bills shared, cash brought to the bank. */
@Controller
@RequestMapping(RentConfiguration.RENTS)
@PreAuthorize("hasAuthority('" + Code.SEE_LEASES + "')")
class RentsController {

    private static final List<String> WHAT = List.of("water", "electricity", "common");
    private static final List<String> SPLITS = List.of("area", "meter");
    private static final int MONTHS = 12;

    private final PostingRents posting;
    private final SharingCosts sharing;
    private final TakingRents taking;
    private final RentMonths months;
    private final RentAccounts accounts;
    private final Balances balances;
    private final Sites sites;
    private final FormPages pages;

    RentsController(
            PostingRents posting,
            SharingCosts sharing,
            TakingRents taking,
            RentMonths months,
            RentAccounts accounts,
            Balances balances,
            Sites sites,
            FormPages pages) {
        this.posting = posting;
        this.sharing = sharing;
        this.taking = taking;
        this.months = months;
        this.accounts = accounts;
        this.balances = balances;
        this.sites = sites;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show() {
        var now = YearMonth.from(today());
        return new ModelAndView("spaces/rent/rents")
                .addObject("months", months.latest(now, MONTHS))
                .addObject("now", now);
    }

    @PostMapping("/runs")
    @PreAuthorize("hasAuthority('" + Code.RENT + "')")
    ModelAndView run(@RequestParam String month, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        try {
            var posted = posting.run(month(month), Poster.of(actor));
            Toast.ok(
                    redirect,
                    "spaces.rent.ran",
                    posted.charges(),
                    Formats.exact(FormPages.language(), posted.amount(), 2));
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
        }
        return new ModelAndView("redirect:" + RentConfiguration.RENTS);
    }

    @GetMapping("/{act:bill|banking}")
    @PreAuthorize("hasAuthority('" + Code.RENT + "')")
    ModelAndView ask(@PathVariable String act, @AuthenticationPrincipal Actor actor) {
        return page(form(
                act,
                new TreeMap<>(
                        Map.of("month", YearMonth.from(today()).minusMonths(1).toString())),
                actor));
    }

    @PostMapping("/{act:bill|banking}")
    @PreAuthorize("hasAuthority('" + Code.RENT + "')")
    ModelAndView act(
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form(act, typed, actor);
        var site = all(actor).stream()
                .filter(it -> it.id().toString().equals(form.value("site")))
                .findFirst();
        if (site.isEmpty()) {
            form.need("site");
        }
        long amount = form.neededMoney("amount");
        var by = Poster.of(actor);
        boolean done = act.equals("bill")
                ? bill(form, site, amount, by)
                : form.does(
                        Map.of("spaces.rent.refusal.amount", "amount"),
                        () -> taking.bank(site.orElseThrow(), form.key(), amount, by));
        return done ? FormPages.done(RentConfiguration.RENTS, redirect) : page(form);
    }

    private boolean bill(ActForm form, java.util.Optional<Site> site, long amount, Poster by) {
        var what = oneOf(form, "what", WHAT);
        var split = oneOf(form, "split", SPLITS);
        var month = form.read("month", () -> month(form.value("month")), YearMonth.from(today()));
        return form.does(
                Map.of(
                        "spaces.rent.refusal.amount", "amount",
                        "spaces.rent.refusal.month-not-over", "month",
                        "spaces.rent.refusal.shared-before", "month"),
                () -> sharing.share(site.orElseThrow().id(), what, month, amount, split, by));
    }

    private ActForm form(String act, Map<String, String> typed, Actor actor) {
        var form = ActForm.of("spaces.rent." + act, RentConfiguration.RENTS + "/" + act, RentConfiguration.RENTS, typed)
                .ask(Part.choice(
                                "site",
                                all(actor).stream()
                                        .map(it -> new Choice(it.id().toString(), said(act, it)))
                                        .toList())
                        .must());
        if (act.equals("bill")) {
            form.ask(choice("what", WHAT))
                    .ask(Part.typed("month", "month").must())
                    .ask(choice("split", SPLITS));
        }
        return form.ask(Part.typed("amount", "decimal")
                .in(pages.say("shell.unit.dirham"))
                .must());
    }

    /** Where cash is brought from, with how much there is. */
    private String said(String act, Site site) {
        var name = site.name().in(FormPages.language());
        return act.equals("bill")
                ? name
                : name + " · " + Formats.exact(Language.FR, balances.of(accounts.till(site)), 2);
    }

    private Part choice(String name, List<String> codes) {
        return Part.choice(
                        name,
                        codes.stream()
                                .map(it -> new Choice(it, pages.say("spaces.rent.bill." + name + "." + it)))
                                .toList())
                .must();
    }

    private static String oneOf(ActForm form, String field, List<String> known) {
        var value = form.value(field);
        if (!known.contains(value)) {
            form.need(field);
        }
        return value;
    }

    /** Sites with units that are let. */
    private List<Site> all(Actor actor) {
        return sites.all(actor, Code.RENT).stream()
                .filter(it -> months.letting(it.id()))
                .toList();
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(pages.say("spaces.rent.title"), RentConfiguration.RENTS));
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeParseException e) {
            throw new Refusal("spaces.rent.refusal.month", typed);
        }
    }

    private LocalDate today() {
        return LocalDate.parse(pages.today());
    }
}
