package ma.qutb.market.payout;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
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

/** Where a maker's money goes: the account that a form asks for. */
@Controller
@RequestMapping("/app/payouts/makers/{maker}/account")
@PreAuthorize("hasAuthority('" + Code.PAY_OUT + "')")
class PayeeAccountController {

    private final Payees payees;
    private final PayingOut paying;
    private final FormPages forms;

    PayeeAccountController(Payees payees, PayingOut paying, FormPages forms) {
        this.payees = payees;
        this.paying = paying;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView account(@PathVariable UUID maker, @AuthenticationPrincipal Actor actor) {
        var payee = payees.open(maker, actor);
        return page(form(payee, payees.account(payee)));
    }

    @PostMapping
    ModelAndView keep(
            @PathVariable UUID maker,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form(payees.open(maker, actor), typed);
        var holder = form.needed("holder");
        var rib = form.read("rib", () -> Rib.typed(form.value("rib")).digits(), "");
        return form.does(Map.of(), () -> paying.account(maker, holder, rib, Poster.of(actor)))
                ? FormPages.done("/app/payouts/new", redirect)
                : page(form);
    }

    private ModelAndView page(ActForm form) {
        return forms.page(form, false, new Crumb(forms.say("market.payouts.title"), "/app/payouts"));
    }

    private static ActForm form(MakerId maker, Map<String, String> typed) {
        return ActForm.of(
                        "market.payout.account",
                        "/app/payouts/makers/" + maker.value() + "/account",
                        "/app/payouts/new",
                        typed)
                .ask(Part.typed("holder", "text").must())
                .ask(Part.typed("rib", "code").must());
    }
}
