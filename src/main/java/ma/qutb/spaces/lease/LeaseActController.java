package ma.qutb.spaces.lease;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
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

/** What is done with a lease, each act a form: it is signed, renewed, changed and ended, and what is found in the shop is noted. */
@Controller
@RequestMapping(LeaseConfiguration.LIST + "/{id}")
@PreAuthorize("hasAuthority('" + Code.LEASE + "')")
class LeaseActController {

    private static final String ACTS =
            "/{act:tenant-signature|pole-signature|cancellation|renewal|rent|notice|termination|gone|breach|jobs}";
    private static final Map<String, String> FIELDS = Map.of(
            "spaces.lease.refusal.rent", "rent",
            "spaces.lease.refusal.rent-that-day", "day",
            "spaces.lease.refusal.term", "months",
            "spaces.lease.refusal.outside", "day",
            "spaces.lease.refusal.ahead", "day",
            "spaces.lease.refusal.notice-ahead", "day",
            "spaces.lease.refusal.before-gone", "day");

    private final LeasingUnits leasing;
    private final ChangingLeases changing;
    private final EndingLeases ending;
    private final LeaseForms forms;
    private final LeasePapers papers;
    private final FormPages pages;

    LeaseActController(
            LeasingUnits leasing,
            ChangingLeases changing,
            EndingLeases ending,
            LeaseForms forms,
            LeasePapers papers,
            FormPages pages) {
        this.leasing = leasing;
        this.changing = changing;
        this.ending = ending;
        this.forms = forms;
        this.papers = papers;
        this.pages = pages;
    }

    @GetMapping(ACTS)
    ModelAndView ask(@PathVariable UUID id, @PathVariable String act, @AuthenticationPrincipal Actor actor) {
        var lease = forms.open(id, actor);
        var start = new TreeMap<>(Map.of("day", pages.today(), "months", "12"));
        lease.tenant().gone().ifPresent(it -> start.put("gone", it.toString()));
        return forms.page(lease, form(lease, act, start));
    }

    @PostMapping(ACTS)
    ModelAndView act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var lease = forms.open(id, actor);
        var form = form(lease, act, typed);
        var by = Poster.of(actor);
        boolean done = switch (act) {
            case "tenant-signature", "pole-signature" -> sign(lease, act, form, actor);
            case "cancellation" -> {
                var reason = form.needed("reason");
                yield form.does(FIELDS, () -> leasing.cancel(lease.id(), reason, by));
            }
            case "renewal" -> {
                int months = LeaseForms.whole(form, "months", true);
                var rent = form.money("rent");
                yield form.does(FIELDS, () -> changing.renew(lease.id(), months, rent, by));
            }
            case "rent" -> {
                var day = form.neededDay("day");
                long rent = form.neededMoney("rent");
                var reason = form.needed("reason");
                yield form.does(FIELDS, () -> changing.changeRent(lease.id(), day, rent, reason, by));
            }
            case "breach" -> breach(lease, form, actor);
            case "jobs" -> {
                int women = LeaseForms.whole(form, "women", true);
                int men = LeaseForms.whole(form, "men", true);
                yield form.does(FIELDS, () -> changing.count(lease.id(), women, men, by));
            }
            default -> end(lease, act, form, by);
        };
        return done ? FormPages.done(lease.path(), redirect) : forms.page(lease, form);
    }

    @GetMapping("/take-over")
    ModelAndView takingOver(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var lease = forms.open(id, actor);
        return forms.page(lease, takeOverForm(lease, Map.of("day", pages.today()), actor));
    }

    @PostMapping("/take-over")
    ModelAndView takeOver(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var lease = forms.open(id, actor);
        var form = takeOverForm(lease, typed, actor);
        var who = forms.tenant(form);
        var day = form.neededDay("day");
        return form.attempt(
                        Map.of(
                                "spaces.lease.refusal.outside", "day",
                                "spaces.lease.refusal.same-tenant", "tenant",
                                "spaces.lease.refusal.tenant-gone", "tenant"),
                        () -> ending.takeOver(lease.id(), who.orElseThrow(), day, Poster.of(actor)))
                .map(it -> FormPages.done(LeaseConfiguration.LIST + "/" + it, redirect))
                .orElseGet(() -> forms.page(lease, form));
    }

    private boolean sign(Lease lease, String act, ActForm form, Actor actor) {
        var day = form.neededDay("day");
        if (act.equals("pole-signature")) {
            return form.does(FIELDS, () -> leasing.signByPole(lease.id(), day, Poster.of(actor)));
        }
        var file = pages.file(form, "file", papers, actor);
        return form.does(FIELDS, () -> leasing.signByTenant(lease.id(), day, file, Poster.of(actor)));
    }

    private boolean breach(Lease lease, ActForm form, Actor actor) {
        var kind = form.value("kind");
        if (!Templates.KINDS.contains(kind)) {
            form.need("kind");
        }
        var day = form.neededDay("day");
        var note = form.needed("note");
        Optional<UUID> photo = pages.file(form, "photo", papers, actor);
        return form.does(FIELDS, () -> changing.breach(lease.id(), kind, day, note, photo, Poster.of(actor)));
    }

    private boolean end(Lease lease, String act, ActForm form, Poster by) {
        var day = form.neededDay("day");
        var reason = form.line("reason");
        return switch (act) {
            case "notice" -> {
                var who = form.value("who");
                if (!who.equals("tenant") && !who.equals("pole")) {
                    form.need("who");
                }
                yield form.does(FIELDS, () -> ending.notice(lease.id(), who, day, reason, by));
            }
            case "termination" -> {
                var why = form.needed("reason");
                yield form.does(FIELDS, () -> ending.terminate(lease.id(), day, why, by));
            }
            default -> {
                var gone = form.neededDay("gone");
                yield form.does(FIELDS, () -> ending.tenantGone(lease.id(), gone, day, reason, by));
            }
        };
    }

    private ActForm form(Lease lease, String act, Map<String, String> typed) {
        var form = LeaseForms.form(act, lease, typed);
        var day = Part.typed("day", "date").must();
        return switch (act) {
            case "tenant-signature" -> form.ask(day).ask(Part.file("file", papers));
            case "pole-signature" -> form.ask(day);
            case "cancellation" -> form.ask(Part.typed("reason", "text").must());
            case "renewal" ->
                form.ask(Part.typed("months", "number")
                                .in(pages.say("spaces.lease.unit.months"))
                                .must())
                        .ask(forms.money("rent"));
            case "rent" ->
                form.ask(day)
                        .ask(forms.money("rent").must())
                        .ask(Part.typed("reason", "text").must());
            case "notice" ->
                form.ask(choice("who", "spaces.lease.party.", "tenant", "pole"))
                        .ask(day)
                        .ask(Part.typed("reason", "text"));
            case "termination" -> form.ask(day).ask(Part.typed("reason", "text").must());
            case "gone" -> form.ask(Part.typed("gone", "date").must()).ask(day).ask(Part.typed("reason", "text"));
            case "breach" ->
                form.ask(choice("kind", "spaces.lease.clause.", Templates.KINDS.toArray(String[]::new)))
                        .ask(day)
                        .ask(Part.typed("note", "textarea").must())
                        .ask(Part.file("photo", papers));
            default ->
                form.ask(Part.typed("women", "number").must())
                        .ask(Part.typed("men", "number").must());
        };
    }

    private ActForm takeOverForm(Lease lease, Map<String, String> typed, Actor actor) {
        return LeaseForms.form("take-over", lease, typed)
                .ask(forms.tenant(typed, actor))
                .ask(Part.typed("day", "date").must());
    }

    private Part choice(String name, String texts, String... codes) {
        return Part.choice(
                        name,
                        java.util.stream.Stream.of(codes)
                                .map(it -> new Choice(it, pages.say(texts + it)))
                                .toList())
                .must();
    }
}
