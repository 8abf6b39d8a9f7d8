package ma.qutb.materials.supply;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.paper.Papers;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
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

/** The bill a supplier sends for an order. */
@Controller
@RequestMapping("/app/materials/orders/{id}")
@PreAuthorize("hasAuthority('" + Code.PAY + "')")
class OrderBillController {

    private final PayingSuppliers paying;
    private final OrderForms forms;
    private final FormPages pages;
    private final Papers papers;

    OrderBillController(PayingSuppliers paying, OrderForms forms, FormPages pages, Papers papers) {
        this.paying = paying;
        this.forms = forms;
        this.pages = pages;
        this.papers = papers;
    }

    @GetMapping("/bill")
    ModelAndView bill(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var order = forms.open(id, actor, Code.PAY);
        return forms.page(
                order,
                billForm(
                        order,
                        new TreeMap<>(Map.of("day", pages.today(), "amount", OrderForms.dirhams(order.uninvoiced())))));
    }

    @PostMapping("/bill")
    ModelAndView takeBill(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var order = forms.open(id, actor, Code.PAY);
        var form = billForm(order, typed);
        var bill = new PayingSuppliers.Bill(
                form.key(),
                form.needed("reference"),
                form.neededDay("day"),
                form.day("due"),
                form.neededMoney("amount"),
                pages.file(form, "file", papers, actor));
        if (form.does(
                Map.of(
                        "materials.invoice.refusal.known", "reference",
                        "materials.invoice.refusal.no-amount", "amount",
                        "materials.invoice.refusal.day", "day"),
                () -> paying.bill(id, bill, Poster.of(actor)))) {
            return OrderForms.done(order, redirect);
        }
        return forms.page(order, form);
    }

    private ActForm billForm(Order order, Map<String, String> typed) {
        return OrderForms.form("materials.invoice.new", order, "bill", typed)
                .ask(Part.typed("reference", "text").must())
                .ask(Part.typed("amount", "decimal")
                        .in(pages.say("shell.unit.dirham"))
                        .must())
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("due", "date"))
                .ask(Part.file("file", papers));
    }
}
