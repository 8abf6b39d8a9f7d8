package ma.qutb.materials.fund;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Fund;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What partners put into a fund and take back. */
@Controller
@RequestMapping("/app/funds")
@PreAuthorize("hasAuthority('" + Code.SEE_FUND + "')")
class PartnerController {

    private static final PickField PARTNER = PickField.organisation("partner");

    private final OpenFunds funds;
    private final Partners partners;
    private final Entrusting entrusting;
    private final Organisations organisations;
    private final Picking picking;
    private final Clock clock;

    PartnerController(
            OpenFunds funds,
            Partners partners,
            Entrusting entrusting,
            Organisations organisations,
            Picking picking,
            Clock clock) {
        this.funds = funds;
        this.partners = partners;
        this.entrusting = entrusting;
        this.organisations = organisations;
        this.picking = picking;
        this.clock = clock;
    }

    @GetMapping("/{id}/partners")
    ModelAndView all(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return page(funds.open(id, actor), null);
    }

    @GetMapping("/{id}/{act:contributions|withdrawals}/new")
    @PreAuthorize("hasAuthority('" + Code.MANAGE_FUND + "')")
    ModelAndView blank(@PathVariable UUID id, @PathVariable String act, @AuthenticationPrincipal Actor actor) {
        return form(
                funds.open(id, actor),
                act,
                PartnerForm.empty(LocalDate.now(clock).toString()),
                actor,
                null);
    }

    @PostMapping("/{id}/contributions")
    @PreAuthorize("hasAuthority('" + Code.MANAGE_FUND + "')")
    ModelAndView contribute(
            @PathVariable UUID id,
            @ModelAttribute PartnerForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var fund = funds.open(id, actor);
        return write(
                fund,
                "contributions",
                form,
                actor,
                redirect,
                () -> entrusting.contribute(
                        form.minted(),
                        point(fund, form),
                        partner(form, actor),
                        PartnerForm.text(form.about()),
                        day(form),
                        Amount.centimes(PartnerForm.text(form.amount())),
                        Poster.of(actor)));
    }

    @PostMapping("/{id}/withdrawals")
    @PreAuthorize("hasAuthority('" + Code.MANAGE_FUND + "')")
    ModelAndView ask(
            @PathVariable UUID id,
            @ModelAttribute PartnerForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var fund = funds.open(id, actor);
        return write(
                fund,
                "withdrawals",
                form,
                actor,
                redirect,
                () -> entrusting.ask(
                        form.minted(),
                        point(fund, form),
                        partner(form, actor),
                        PartnerForm.text(form.about()),
                        Amount.centimes(PartnerForm.text(form.amount())),
                        Poster.of(actor)));
    }

    private ModelAndView write(
            Fund fund, String act, PartnerForm form, Actor actor, RedirectAttributes redirect, Runnable writing) {
        try {
            writing.run();
        } catch (Refusal refusal) {
            return form(fund, act, form, actor, refusal);
        }
        return done(fund, redirect);
    }

    @PostMapping("/withdrawals/{withdrawal}/authorisation")
    @PreAuthorize("hasAuthority('" + Code.MANAGE_FUND + "')")
    ModelAndView authorise(
            @PathVariable UUID withdrawal, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return decide(withdrawal, actor, redirect, true);
    }

    @PostMapping("/withdrawals/{withdrawal}/refusal")
    @PreAuthorize("hasAuthority('" + Code.MANAGE_FUND + "')")
    ModelAndView refuse(
            @PathVariable UUID withdrawal, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return decide(withdrawal, actor, redirect, false);
    }

    private ModelAndView decide(UUID id, Actor actor, RedirectAttributes redirect, boolean authorised) {
        var withdrawal = partners.withdrawal(id).orElseThrow(PartnerController::notFound);
        var fund = funds.open(withdrawal.fund().value(), actor);
        var point = funds.points(fund).stream()
                .filter(it -> it.id().equals(withdrawal.point()))
                .findFirst()
                .orElseThrow(PartnerController::notFound);
        try {
            if (authorised) {
                entrusting.authorise(withdrawal, point, Poster.of(actor));
            } else {
                entrusting.refuse(withdrawal, Poster.of(actor));
            }
        } catch (Refusal refusal) {
            return page(fund, refusal);
        }
        return done(fund, redirect);
    }

    /** Where an entry of the ledger leads back to. */
    @GetMapping("/contributions/{id}")
    ModelAndView contribution(@PathVariable UUID id) {
        var it = partners.contribution(id).orElseThrow(PartnerController::notFound);
        return new ModelAndView("redirect:/app/funds/" + it.fund() + "/partners#contribution-" + id);
    }

    /** Where an entry of the ledger leads back to. */
    @GetMapping("/withdrawals/{id}")
    ModelAndView withdrawal(@PathVariable UUID id) {
        var it = partners.withdrawal(id).orElseThrow(PartnerController::notFound);
        return new ModelAndView("redirect:/app/funds/" + it.fund() + "/partners#withdrawal-" + id);
    }

    private ModelAndView page(Fund fund, @Nullable Refusal refusal) {
        var contributions = partners.contributions(fund.id());
        var withdrawals = partners.withdrawals(fund.id());
        var ids = Stream.concat(
                        contributions.stream().map(Contribution::partner),
                        withdrawals.stream().map(Withdrawal::partner))
                .distinct()
                .toList();
        return new ModelAndView("materials/fund/partners", status(refusal))
                .addObject("fund", fund)
                .addObject("founding", partners.founding(fund.id()))
                .addObject("contributions", contributions)
                .addObject("withdrawals", withdrawals)
                .addObject("names", organisations.find(ids))
                .addObject("refusal", refusal);
    }

    private ModelAndView form(Fund fund, String act, PartnerForm form, Actor actor, @Nullable Refusal refusal) {
        return new ModelAndView("materials/fund/partner", status(refusal))
                .addObject("fund", fund)
                .addObject("act", act)
                .addObject("points", funds.points(fund))
                .addObject("form", form)
                .addObject(
                        "partner",
                        picking.read(
                                PARTNER,
                                PartnerForm.text(form.partner()),
                                PartnerForm.text(form.partnerTyped()),
                                actor))
                .addObject("refusal", refusal);
    }

    private static HttpStatus status(@Nullable Refusal refusal) {
        return refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private SalePoint point(Fund fund, PartnerForm form) {
        return funds.points(fund).stream()
                .filter(it -> it.id().toString().equals(form.point()))
                .findFirst()
                .orElseThrow(() -> new Refusal("materials.fund.refusal.point"));
    }

    private OrganisationId partner(PartnerForm form, Actor actor) {
        var party = Picking.chosen(
                picking.read(PARTNER, PartnerForm.text(form.partner()), PartnerForm.text(form.partnerTyped()), actor));
        if (party == null) {
            throw new Refusal("materials.fund.refusal.partner");
        }
        return new OrganisationId(party.id());
    }

    private static LocalDate day(PartnerForm form) {
        try {
            return LocalDate.parse(PartnerForm.text(form.paidOn()));
        } catch (DateTimeException e) {
            throw new Refusal("materials.fund.refusal.day");
        }
    }

    private static ModelAndView done(Fund fund, RedirectAttributes redirect) {
        Toast.ok(redirect, "shell.toast.saved");
        return new ModelAndView("redirect:/app/funds/" + fund.id() + "/partners");
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
