package ma.qutb.spaces.rent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.Formats;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.lease.Lease;
import ma.qutb.spaces.lease.Leases;
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

/** What is done about a tenant's account at the desk, each act a form: a payment, a plan, a waiver, the settlement at the end. */
@Controller
@RequestMapping("/app/spaces/leases/{id}/account")
@PreAuthorize("hasAuthority('" + Code.RENT + "')")
class AccountActController {

    private static final String ACTS = "/{act:payment|plan|waiver|hand-back}";
    private static final Map<String, String> FIELDS = Map.of(
            "spaces.rent.refusal.amount", "amount",
            "spaces.rent.refusal.ahead", "day",
            "spaces.rent.refusal.reference", "reference",
            "spaces.rent.refusal.reference-used", "reference",
            "spaces.rent.refusal.plan", "parts",
            "spaces.rent.refusal.waiver-too-much", "amount",
            "spaces.rent.refusal.no-inspection", "inspection");

    private final Leases leases;
    private final TakingRents taking;
    private final FollowingPlans plans;
    private final WaivingRents waiving;
    private final HandingBack handing;
    private final Standings standings;
    private final FormPages pages;

    AccountActController(
            Leases leases,
            TakingRents taking,
            FollowingPlans plans,
            WaivingRents waiving,
            HandingBack handing,
            Standings standings,
            FormPages pages) {
        this.leases = leases;
        this.taking = taking;
        this.plans = plans;
        this.waiving = waiving;
        this.handing = handing;
        this.standings = standings;
        this.pages = pages;
    }

    @GetMapping(ACTS)
    ModelAndView ask(@PathVariable UUID id, @PathVariable String act, @AuthenticationPrincipal Actor actor) {
        var lease = open(id, actor);
        var today = LocalDate.parse(pages.today());
        var standing = standings.of(lease.id(), today);
        var start = new TreeMap<String, String>();
        start.put("day", act.equals("plan") ? today.plusMonths(1).toString() : today.toString());
        start.put("how", "cash");
        start.put("parts", "3");
        if (act.equals("payment") && standing.owed() > 0) {
            start.put(
                    "amount",
                    Formats.exact(ma.qutb.kernel.Language.EN, standing.owed(), 2)
                            .replace(",", ""));
        }
        return page(lease, form(lease, act, start));
    }

    @PostMapping(ACTS)
    ModelAndView act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var lease = open(id, actor);
        var form = form(lease, act, typed);
        var by = Poster.of(actor);
        boolean done = switch (act) {
            case "payment" -> pay(lease, form, by);
            case "plan" -> {
                var day = form.neededDay("day");
                int parts = whole(form, "parts");
                yield form.does(FIELDS, () -> plans.agree(lease.id(), day, parts, by));
            }
            case "waiver" -> {
                long amount = form.neededMoney("amount");
                var reason = form.needed("reason");
                yield form.does(FIELDS, () -> waiving.ask(lease.id(), amount, reason, by));
            }
            default -> handBack(lease, form, by);
        };
        return done ? FormPages.done(lease.path() + "/account", redirect) : page(lease, form);
    }

    private boolean pay(Lease lease, ActForm form, Poster by) {
        long amount = form.neededMoney("amount");
        var day = form.neededDay("day");
        var how = how(form);
        var reference = form.line("reference");
        return form.does(FIELDS, () -> taking.take(lease.id(), form.key(), how, amount, day, reference, by));
    }

    private boolean handBack(Lease lease, ActForm form, Poster by) {
        var inspection = form.id("inspection");
        if (inspection.isEmpty()) {
            form.need("inspection");
        }
        long damage = form.money("damage").orElse(0L);
        boolean cash = how(form).equals("cash");
        var note = form.line("note");
        return form.does(FIELDS, () -> handing.settle(lease.id(), inspection.orElseThrow(), damage, cash, note, by));
    }

    private static String how(ActForm form) {
        var how = form.value("how");
        if (!List.of("cash", "transfer").contains(how)) {
            form.need("how");
        }
        return how;
    }

    private static int whole(ActForm form, String field) {
        return form.quantity(field, 0).map(it -> (int) Math.min(it, 1000)).orElse(0);
    }

    private ActForm form(Lease lease, String act, Map<String, String> typed) {
        var path = lease.path() + "/account";
        var form = ActForm.of("spaces.rent." + act, path + "/" + act, path, typed);
        var dirham = pages.say("shell.unit.dirham");
        return switch (act) {
            case "payment" ->
                form.ask(Part.typed("amount", "decimal").in(dirham).must())
                        .ask(Part.typed("day", "date").must())
                        .ask(Part.cards("how", ways()).must())
                        .ask(Part.typed("reference", "text"));
            case "plan" ->
                form.ask(Part.typed("parts", "number").must())
                        .ask(Part.typed("day", "date").must());
            case "waiver" ->
                form.ask(Part.typed("amount", "decimal").in(dirham).must())
                        .ask(Part.typed("reason", "text").must());
            default ->
                form.ask(Part.choice(
                                        "inspection",
                                        handing.inspections(lease).stream()
                                                .map(it -> new Choice(
                                                        it.id().toString(),
                                                        Formats.shortDate(it.day())
                                                                + (it.note().isEmpty() ? "" : " · " + it.note())))
                                                .toList())
                                .must())
                        .ask(Part.typed("damage", "decimal").in(dirham))
                        .ask(Part.cards("how", ways()).must())
                        .ask(Part.typed("note", "text"));
        };
    }

    private List<Choice> ways() {
        return List.of(
                new Choice("cash", pages.say("spaces.rent.kind.cash")),
                new Choice("transfer", pages.say("spaces.rent.kind.transfer")));
    }

    private Lease open(UUID id, Actor actor) {
        return leases.find(new LeaseId(id), actor, Code.RENT)
                .filter(Lease::signed)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(Lease lease, ActForm form) {
        return pages.page(
                form,
                lease.tenant().demonstration(),
                new Crumb(lease.said(), lease.path()),
                new Crumb(pages.say("spaces.rent.account"), lease.path() + "/account"));
    }
}
