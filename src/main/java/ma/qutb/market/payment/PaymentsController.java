package ma.qutb.market.payment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.springframework.beans.factory.annotation.Qualifier;
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

/** Payments: the list, each with its attempts, and transfers that were read on the bank's statement. */
@Controller
@RequestMapping("/app/payments")
class PaymentsController {

    private final PaymentTable payments;
    private final Messages messages;
    private final ReceivingTransfers transfers;
    private final FormPages pages;
    private final Lists lists;
    private final RecordList list;

    PaymentsController(
            PaymentTable payments,
            Messages messages,
            ReceivingTransfers transfers,
            FormPages pages,
            Lists lists,
            @Qualifier("paymentRecordList") RecordList list) {
        this.payments = payments;
        this.messages = messages;
        this.transfers = transfers;
        this.pages = pages;
        this.lists = lists;
        this.list = list;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('" + Code.SEE_PAYMENTS + "')")
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("market/payment/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('" + Code.SEE_PAYMENTS + "')")
    ModelAndView show(@PathVariable UUID id) {
        return new ModelAndView("market/payment/record")
                .addObject("payment", find(id))
                .addObject("messages", messages.of(id));
    }

    @GetMapping("/{id}/receipt")
    @PreAuthorize("hasAuthority('" + Code.TAKE_PAYMENTS + "')")
    ModelAndView receiving(@PathVariable UUID id) {
        var payment = find(id);
        return page(payment, form(payment, Map.of()));
    }

    @PostMapping("/{id}/receipt")
    @PreAuthorize("hasAuthority('" + Code.TAKE_PAYMENTS + "')")
    ModelAndView received(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var payment = find(id);
        var form = form(payment, typed);
        var line = form.needed("line");
        long amount = form.neededMoney("amount");
        boolean done = form.does(
                Map.of(
                        "market.payment.refusal.other-amount", "amount",
                        "market.payment.refusal.line-used", "line"),
                () -> transfers.received(id, line, amount, Poster.of(actor)));
        return done ? FormPages.done("/app/payments/" + id, redirect) : page(payment, form);
    }

    private ModelAndView page(Payment payment, ActForm form) {
        return pages.page(
                form,
                payment.demonstration(),
                new Crumb(pages.say("market.payments.title"), "/app/payments"),
                new Crumb(payment.number(), "/app/payments/" + payment.id()));
    }

    private ActForm form(Payment payment, Map<String, String> typed) {
        var path = "/app/payments/" + payment.id();
        return ActForm.of("market.payment.receive", path + "/receipt", path, typed)
                .ask(Part.typed("line", "text").must())
                .ask(Part.typed("amount", "decimal").must().in(pages.say("shell.unit.dirham")));
    }

    private Payment find(UUID id) {
        return payments.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
