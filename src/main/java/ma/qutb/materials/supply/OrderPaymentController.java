package ma.qutb.materials.supply;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
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

/** Paying the bill of an order. */
@Controller
@RequestMapping("/app/materials/orders/{id}")
@PreAuthorize("hasAuthority('" + Code.PAY + "')")
class OrderPaymentController {

    private final Orders orders;
    private final PayingSuppliers paying;
    private final OrderForms forms;
    private final FormPages pages;

    OrderPaymentController(Orders orders, PayingSuppliers paying, OrderForms forms, FormPages pages) {
        this.orders = orders;
        this.paying = paying;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/payment")
    ModelAndView payment(@PathVariable UUID id, @RequestParam UUID invoice, @AuthenticationPrincipal Actor actor) {
        var order = forms.open(id, actor, Code.PAY);
        var bill = invoice(order, invoice);
        return forms.page(
                order,
                paymentForm(
                        order,
                        new TreeMap<>(Map.of(
                                "invoice",
                                invoice.toString(),
                                "day",
                                pages.today(),
                                "amount",
                                OrderForms.dirhams(bill.open())))));
    }

    @PostMapping("/payment")
    ModelAndView pay(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var order = forms.open(id, actor, Code.PAY);
        var form = paymentForm(order, typed);
        var bill = form.id("invoice").map(it -> invoice(order, it)).orElseThrow(OrderController::notFound);
        long amount = form.neededMoney("amount");
        var day = form.neededDay("day");
        var reference = form.line("reference");
        if (form.does(
                Map.of(
                        "materials.payment.refusal.no-amount", "amount",
                        "materials.payment.refusal.too-much", "amount",
                        "materials.bank.refusal.too-little", "amount",
                        "materials.payment.refusal.day", "day"),
                () -> paying.pay(form.key(), bill.id(), day, amount, reference, Poster.of(actor)))) {
            return OrderForms.done(order, redirect);
        }
        return forms.page(order, form);
    }

    private ActForm paymentForm(Order order, Map<String, String> typed) {
        var choices = orders.invoices(order.id()).stream()
                .filter(it -> it.open() > 0)
                .map(it -> new Choice(it.id().toString(), it.reference()))
                .toList();
        return OrderForms.form("materials.payment.new", order, "payment", typed)
                .ask(Part.choice("invoice", choices).must())
                .ask(Part.typed("amount", "decimal")
                        .in(pages.say("shell.unit.dirham"))
                        .must())
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("reference", "text"));
    }

    private Orders.Invoice invoice(Order order, UUID invoice) {
        return orders.invoice(invoice)
                .filter(it -> it.order().equals(order.id()))
                .orElseThrow(OrderController::notFound);
    }
}
