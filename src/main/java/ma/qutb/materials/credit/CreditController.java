package ma.qutb.materials.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.DateReading;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Conflict;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.TillId;
import ma.qutb.materials.Typed;
import ma.qutb.materials.counter.Payment;
import ma.qutb.materials.point.PointDoor;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.pick.Picking;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
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

/** Who owes what; the contract and the repayments of one artisan. */
@Controller
@RequestMapping("/app/credit")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class CreditController {

    private static final int LATEST = 20;
    private static final String POINT = "/{point:[0-9a-f-]{36}}";
    private static final String PERSON = POINT + "/{person:[0-9a-f-]{36}}";

    private final PointDoor door;
    private final CreditBook book;
    private final CreditTable credits;
    private final RepaymentTable repayments;
    private final GrantingCredit granting;
    private final TakingRepayments taking;
    private final People people;
    private final Picking picking;
    private final Clock clock;

    CreditController(
            PointDoor door,
            CreditBook book,
            CreditTable credits,
            RepaymentTable repayments,
            GrantingCredit granting,
            TakingRepayments taking,
            People people,
            Picking picking,
            Clock clock) {
        this.door = door;
        this.book = book;
        this.credits = credits;
        this.repayments = repayments;
        this.granting = granting;
        this.taking = taking;
        this.people = people;
        this.picking = picking;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView choose(@AuthenticationPrincipal Actor actor) {
        return door.choose(actor, Code.SEE, "/app/credit", "materials.credit.title", "calendar-dollar");
    }

    @GetMapping(POINT)
    ModelAndView owed(
            @PathVariable UUID point, @RequestParam(defaultValue = "") String q, @AuthenticationPrincipal Actor actor) {
        var at = door.open(point, actor, Code.SEE);
        var rows = book.ageing(at.fund().id(), LocalDate.now(clock));
        return new ModelAndView("materials/credit/owed")
                .addObject("point", at)
                .addObject("rows", rows)
                .addObject("sum", rows.stream().reduce(Ageing.NOTHING, Ageing::plus))
                .addObject("q", q)
                .addObject("found", q.isBlank() ? java.util.List.of() : picking.people(q, actor));
    }

    @GetMapping(PERSON)
    ModelAndView person(@PathVariable UUID point, @PathVariable UUID person, @AuthenticationPrincipal Actor actor) {
        return draw(door.open(point, actor, Code.SEE), new PersonId(person), Map.of(), null);
    }

    /** Where an entry of the journal leads. */
    @GetMapping("/repayments/{id}")
    String repayment(@PathVariable UUID id) {
        return book.repayment(id)
                .map(it -> "redirect:" + path(it.point(), it.person()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping(PERSON + "/repayments")
    @PreAuthorize("hasAuthority('" + Code.SELL + "')")
    ModelAndView repay(
            @PathVariable UUID point,
            @PathVariable UUID person,
            @RequestParam UUID key,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var at = door.open(point, actor, Code.SELL);
        var by = new PersonId(person);
        try {
            var payment = form.getOrDefault("payment", "cash").equals("transfer") ? Payment.TRANSFER : Payment.CASH;
            var till = payment == Payment.CASH ? till(at, form.getOrDefault("till", "")) : null;
            taking.take(
                    new RepaymentRequest(
                            key,
                            at,
                            till,
                            by,
                            Typed.centimes(form.getOrDefault("amount", "")).orElse(0),
                            payment,
                            form.getOrDefault("reference", "")),
                    Poster.of(actor));
        } catch (Refusal refusal) {
            return draw(at, by, form, refusal);
        } catch (Conflict conflict) {
            return draw(at, by, form, new Refusal("materials.counter.refusal.other-sale"));
        }
        Toast.ok(redirect, "materials.credit.repaid");
        return new ModelAndView("redirect:" + path(at.id(), by));
    }

    @PostMapping(PERSON + "/agreements")
    @PreAuthorize("hasAuthority('" + Code.GRANT_CREDIT + "')")
    ModelAndView grant(
            @PathVariable UUID point,
            @PathVariable UUID person,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var at = door.open(point, actor, Code.GRANT_CREDIT);
        var to = new PersonId(person);
        try {
            granting.grant(at.fund(), to, agreement(form), Poster.of(actor));
        } catch (Refusal refusal) {
            return draw(at, to, form, refusal);
        }
        Toast.ok(redirect, "materials.credit.granted");
        return new ModelAndView("redirect:" + path(at.id(), to));
    }

    /** The one chosen, or the only one that is open; none where all are closed. */
    private @Nullable TillId till(SalePoint at, String chosen) {
        var open = repayments.openTills(at.id());
        if (open.isEmpty()) {
            return null;
        }
        if (open.size() == 1 && chosen.isEmpty()) {
            return open.getFirst().id();
        }
        return open.stream()
                .map(SalePoints.Till::id)
                .filter(it -> it.toString().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new Refusal("materials.credit.refusal.till"));
    }

    private Agreement agreement(Map<String, String> form) {
        var days = form.getOrDefault("days", "").strip();
        var ends = form.getOrDefault("endsOn", "").strip();
        return new Agreement(
                Typed.centimes(form.getOrDefault("ceiling", ""))
                        .orElseThrow(() -> new Refusal("materials.credit.refusal.ceiling")),
                days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : 0,
                DateReading.tryParse(form.getOrDefault("signedOn", "")).orElseGet(() -> LocalDate.now(clock)),
                ends.isEmpty() ? null : DateReading.parse(ends),
                form.getOrDefault("reference", ""));
    }

    private ModelAndView draw(SalePoint at, PersonId person, Map<String, String> form, @Nullable Refusal refusal) {
        var known = people.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var fund = at.fund().id();
        return new ModelAndView(
                        "materials/credit/person", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("point", at)
                .addObject("person", known)
                .addObject("agreement", credits.agreement(fund, person).orElse(null))
                .addObject("debts", credits.debts(fund, person))
                .addObject("paid", repayments.of(fund, person, LATEST))
                .addObject("tills", repayments.openTills(at.id()))
                .addObject("typed", form)
                .addObject("key", Ids.next())
                .addObject("refusal", refusal);
    }

    private static String path(SalePointId point, PersonId person) {
        return "/app/credit/" + point + "/" + person.value();
    }
}
