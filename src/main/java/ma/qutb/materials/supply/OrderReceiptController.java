package ma.qutb.materials.supply;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.paper.Papers;
import ma.qutb.materials.point.Equipment;
import ma.qutb.materials.stock.NewLot;
import ma.qutb.materials.stock.TypedFineness;
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

/** What arrives of an order becomes a lot. */
@Controller
@RequestMapping("/app/materials/orders/{id}")
@PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
class OrderReceiptController {

    private final ReceivingMaterial receiving;
    private final Materials materials;
    private final Equipment equipment;
    private final OrderForms forms;
    private final FormPages pages;
    private final Papers papers;

    OrderReceiptController(
            ReceivingMaterial receiving,
            Materials materials,
            Equipment equipment,
            OrderForms forms,
            FormPages pages,
            Papers papers) {
        this.receiving = receiving;
        this.materials = materials;
        this.equipment = equipment;
        this.forms = forms;
        this.pages = pages;
        this.papers = papers;
    }

    @GetMapping("/receipt")
    ModelAndView receipt(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var order = forms.open(id, actor, Code.RECEIVE);
        return forms.page(order, receiptForm(order, new TreeMap<>(Map.of("day", pages.today()))));
    }

    @PostMapping("/receipt")
    ModelAndView receive(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var order = forms.open(id, actor, Code.RECEIVE);
        var form = receiptForm(order, typed);
        int decimals = materials.find(order.material()).orElseThrow().decimals();
        var delivery = new Delivery(
                form.key(),
                form.neededDay("day"),
                form.neededQuantity("weight", decimals),
                TypedFineness.of(form, "fineness"),
                form.money("cost"),
                form.line("note"),
                papers(form, order, actor));
        return form.attempt(
                        Map.of(
                                "materials.order.refusal.no-weight", "weight",
                                "materials.receipt.refusal.more-than-ordered", "weight",
                                "materials.receipt.refusal.day", "day",
                                "materials.fineness.refusal.range", "fineness",
                                "materials.receipt.refusal.cost", "cost"),
                        () -> receiving.receive(id, delivery, Poster.of(actor)))
                .map(lot -> FormPages.done("/app/materials/lots/" + lot, redirect))
                .orElseGet(() -> forms.page(order, form));
    }

    private NewLot.Papers papers(ActForm form, Order order, Actor actor) {
        var scale = form.id("scale").filter(it -> equipment.hasScale(order.point(), it));
        return new NewLot.Papers(
                form.line("purchase"),
                pages.file(form, "purchaseFile", papers, actor),
                form.line("assay"),
                pages.file(form, "assayFile", papers, actor),
                scale,
                pages.file(form, "scalePhoto", papers, actor));
    }

    private ActForm receiptForm(Order order, Map<String, String> typed) {
        var language = FormPages.language();
        var material = materials.find(order.material()).orElseThrow();
        var form = OrderForms.form("materials.receipt.new", order, "receipt", typed)
                .ask(Part.typed("weight", "decimal")
                        .in(material.unit().in(language))
                        .must());
        if (material.hasFineness()) {
            form.ask(Part.typed("fineness", "decimal").in("‰"));
        }
        return form.ask(Part.typed("day", "date").must())
                .ask(Part.typed("cost", "decimal").in(pages.say("shell.unit.dirham")))
                .ask(Part.typed("note", "text"))
                .ask(Part.typed("purchase", "text"))
                .ask(Part.typed("assay", "text"))
                .ask(Part.choice(
                        "scale",
                        equipment.scales(order.point()).stream()
                                .filter(it -> it.retiredOn() == null)
                                .map(it -> new Choice(it.id().toString(), it.name()))
                                .toList()))
                .ask(Part.file("scalePhoto", papers))
                .ask(Part.file("assayFile", papers))
                .ask(Part.file("purchaseFile", papers));
    }
}
