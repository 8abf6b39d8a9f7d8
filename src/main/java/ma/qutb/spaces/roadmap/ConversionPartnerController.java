package ma.qutb.spaces.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.premises.Premises;
import ma.qutb.spaces.premises.PremisesId;
import ma.qutb.spaces.premises.PremisesPapers;
import ma.qutb.spaces.premises.PremisesTable;
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

/** Partners of a conversion, and what came of it quarter by quarter. */
@Controller
@RequestMapping("/app/premises/{id:[0-9a-f-]{36}}/roadmap")
@PreAuthorize("hasAuthority('" + Code.STEER_ROADMAP + "')")
class ConversionPartnerController {

    private final JoiningPartners joining;
    private final TellingResults telling;
    private final PremisesTable premises;
    private final PremisesPapers papers;
    private final Picking picking;
    private final FormPages pages;
    private final Clock clock;

    ConversionPartnerController(
            JoiningPartners joining,
            TellingResults telling,
            PremisesTable premises,
            PremisesPapers papers,
            Picking picking,
            FormPages pages,
            Clock clock) {
        this.joining = joining;
        this.telling = telling;
        this.premises = premises;
        this.papers = papers;
        this.picking = picking;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/partner")
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        return page(it, partnerForm(it, Map.of("agreed", pages.today()), actor));
    }

    @PostMapping("/partner")
    ModelAndView join(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor);
        var form = partnerForm(it, typed, actor);
        var organisation = form.party("organisation").map(OrganisationId::new);
        var brings = form.value("brings");
        if (!JoiningPartners.BRINGS.contains(brings)) {
            form.need("brings");
        }
        var amount = form.money("amount");
        var agreed = form.neededDay("agreed");
        var name = form.line("name");
        var document = pages.file(form, "document", papers, actor);
        return form.does(
                        Map.of(
                                "spaces.roadmap.refusal.nobody", "name",
                                "spaces.roadmap.refusal.amount", "amount",
                                "spaces.roadmap.refusal.future", "agreed"),
                        () -> joining.join(
                                it.id(),
                                new JoiningPartners.Joining(organisation, name, brings, amount, agreed, document),
                                actor.displayName()))
                ? FormPages.done(it.path() + "/roadmap", redirect)
                : page(it, form);
    }

    @GetMapping("/partners/{partner}/leaving")
    ModelAndView askLeaving(@PathVariable UUID id, @PathVariable UUID partner, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        return page(it, leavingForm(it, partner, Map.of("day", pages.today())));
    }

    @PostMapping("/partners/{partner}/leaving")
    ModelAndView leave(
            @PathVariable UUID id,
            @PathVariable UUID partner,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor);
        var form = leavingForm(it, partner, typed);
        var day = form.neededDay("day");
        var reason = form.line("reason");
        return form.does(
                        Map.of("spaces.roadmap.refusal.reason", "reason", "spaces.roadmap.refusal.leaving", "day"),
                        () -> joining.leave(it.id(), partner, day, reason))
                ? FormPages.done(it.path() + "/roadmap", redirect)
                : page(it, form);
    }

    @GetMapping("/result")
    ModelAndView askResult(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        return page(it, resultForm(it, Map.of("quarter", quarters().getFirst().value())));
    }

    @PostMapping("/result")
    ModelAndView tell(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var it = open(id, actor);
        var form = resultForm(it, typed);
        if (quarters().stream().noneMatch(one -> one.value().equals(form.value("quarter")))) {
            form.need("quarter");
        }
        int women = number(form, "women");
        int activities = number(form, "activities");
        int cooperatives = number(form, "cooperatives");
        return form.does(
                        Map.of(
                                "spaces.roadmap.refusal.not-open", "quarter",
                                "spaces.roadmap.refusal.future", "quarter"),
                        () -> telling.tell(
                                it.id(),
                                LocalDate.parse(form.value("quarter")),
                                women,
                                activities,
                                cooperatives,
                                actor.displayName()))
                ? FormPages.done(it.path() + "/roadmap", redirect)
                : page(it, form);
    }

    private static int number(ActForm form, String field) {
        return (int) Math.min(form.neededQuantity(field, 0), Integer.MAX_VALUE);
    }

    private ActForm partnerForm(Premises it, Map<String, String> typed, Actor actor) {
        var brings = JoiningPartners.BRINGS.stream()
                .map(code -> new Choice(code, pages.say("spaces.roadmap.brings." + code)))
                .toList();
        return form("partner", it, "/partner", typed)
                .ask(Part.pick(picking.read(
                        PickField.organisation("organisation"),
                        typed.getOrDefault("organisation", ""),
                        typed.getOrDefault("organisationTyped", ""),
                        actor)))
                .ask(Part.typed("name", "text"))
                .ask(Part.choice("brings", brings).must())
                .ask(Part.typed("amount", "decimal").in("MAD"))
                .ask(Part.typed("agreed", "date").must())
                .ask(Part.file("document", papers));
    }

    private ActForm leavingForm(Premises it, UUID partner, Map<String, String> typed) {
        return form("leaving", it, "/partners/" + partner + "/leaving", typed)
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("reason", "text").must());
    }

    private ActForm resultForm(Premises it, Map<String, String> typed) {
        return form("result", it, "/result", typed)
                .ask(Part.choice("quarter", quarters()).must())
                .ask(Part.typed("women", "number").must())
                .ask(Part.typed("activities", "number").must())
                .ask(Part.typed("cooperatives", "number").must());
    }

    /** This one and the seven before it. */
    private List<Choice> quarters() {
        var now = TellingResults.quarter(LocalDate.now(clock));
        return Stream.iterate(now, it -> it.minusMonths(3))
                .limit(8)
                .map(it -> new Choice(
                        it.toString(),
                        pages.say(
                                "spaces.roadmap.quarter", (it.getMonthValue() + 2) / 3, String.valueOf(it.getYear()))))
                .toList();
    }

    private static ActForm form(String texts, Premises it, String action, Map<String, String> typed) {
        return ActForm.of("spaces.roadmap." + texts, it.path() + "/roadmap" + action, it.path() + "/roadmap", typed);
    }

    private Premises open(UUID id, Actor actor) {
        return premises.find(new PremisesId(id), actor, Code.STEER_ROADMAP)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(Premises it, ActForm form) {
        return pages.page(
                form,
                it.demonstration(),
                new Crumb(pages.say("spaces.premises.title"), "/app/premises"),
                new Crumb(it.details().name(), it.path()),
                new Crumb(pages.say("spaces.roadmap.title"), it.path() + "/roadmap"));
    }
}
