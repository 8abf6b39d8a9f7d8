package ma.qutb.materials.supply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.form.ActForm;
import ma.qutb.materials.form.FormPages;
import ma.qutb.materials.form.Papers;
import ma.qutb.materials.form.Part;
import ma.qutb.materials.point.Equipment;
import ma.qutb.materials.stock.NewLot;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.Texts;
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

/** What is done with an order: receiving, billing, paying, ending it. */
@Controller
@RequestMapping("/app/materials/orders/{id}")
class OrderActsController {

    private final Orders orders;
    private final OrderingMaterial ordering;
    private final ReceivingMaterial receiving;
    private final PayingSuppliers paying;
    private final SalePoints points;
    private final Materials materials;
    private final Equipment equipment;
    private final FormPages pages;
    private final Papers papers;
    private final Texts texts;
    private final Clock clock;

    OrderActsController(
            Orders orders,
            OrderingMaterial ordering,
            ReceivingMaterial receiving,
            PayingSuppliers paying,
            SalePoints points,
            Materials materials,
            Equipment equipment,
            FormPages pages,
            Papers papers,
            Texts texts,
            Clock clock) {
        this.orders = orders;
        this.ordering = ordering;
        this.receiving = receiving;
        this.paying = paying;
        this.points = points;
        this.materials = materials;
        this.equipment = equipment;
        this.pages = pages;
        this.papers = papers;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/receipt")
    @PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
    ModelAndView receipt(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var order = open(id, actor, Code.RECEIVE);
        return page(order, receiptForm(order, starting(Map.of("day", today()))));
    }

    @PostMapping("/receipt")
    @PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
    ModelAndView receive(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var order = open(id, actor, Code.RECEIVE);
        var form = receiptForm(order, typed);
        int decimals = materials.find(order.material()).orElseThrow().decimals();
        var delivery = new Delivery(
                form.key(),
                form.neededDay("day"),
                form.neededQuantity("weight", decimals),
                fineness(form),
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
                .orElseGet(() -> page(order, form));
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

    private static Optional<Fineness> fineness(ActForm form) {
        return form.read(
                "fineness",
                () -> form.quantity("fineness", 1).map(it -> new Fineness((int) Math.min(it, 100_000))),
                Optional.empty());
    }

    private ActForm receiptForm(Order order, Map<String, String> typed) {
        var language = FormPages.language();
        var material = materials.find(order.material()).orElseThrow();
        var form = ActForm.of("materials.receipt.new", order.path() + "/receipt", order.path(), typed)
                .ask(Part.typed("weight", "decimal")
                        .in(material.unit().in(language))
                        .must());
        if (material.hasFineness()) {
            form.ask(Part.typed("fineness", "decimal").in("‰"));
        }
        return form.ask(Part.typed("day", "date").must())
                .ask(Part.typed("cost", "decimal").in(texts.say(language, "shell.unit.dirham")))
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

    @GetMapping("/bill")
    @PreAuthorize("hasAuthority('" + Code.PAY + "')")
    ModelAndView bill(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var order = open(id, actor, Code.PAY);
        return page(order, billForm(order, starting(Map.of("day", today(), "amount", dirhams(order.uninvoiced())))));
    }

    @PostMapping("/bill")
    @PreAuthorize("hasAuthority('" + Code.PAY + "')")
    ModelAndView takeBill(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var order = open(id, actor, Code.PAY);
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
            return done(order, redirect);
        }
        return page(order, form);
    }

    private ActForm billForm(Order order, Map<String, String> typed) {
        return ActForm.of("materials.invoice.new", order.path() + "/bill", order.path(), typed)
                .ask(Part.typed("reference", "text").must())
                .ask(Part.typed("amount", "decimal")
                        .in(texts.say(FormPages.language(), "shell.unit.dirham"))
                        .must())
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("due", "date"))
                .ask(Part.file("file", papers));
    }

    @GetMapping("/payment")
    @PreAuthorize("hasAuthority('" + Code.PAY + "')")
    ModelAndView payment(@PathVariable UUID id, @RequestParam UUID invoice, @AuthenticationPrincipal Actor actor) {
        var order = open(id, actor, Code.PAY);
        var bill = invoice(order, invoice);
        return page(
                order,
                paymentForm(
                        order,
                        starting(Map.of(
                                "invoice", invoice.toString(), "day", today(), "amount", dirhams(bill.open())))));
    }

    @PostMapping("/payment")
    @PreAuthorize("hasAuthority('" + Code.PAY + "')")
    ModelAndView pay(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var order = open(id, actor, Code.PAY);
        var form = paymentForm(order, typed);
        var bill = form.id("invoice").map(it -> invoice(order, it)).orElseThrow(OrderController::notFound);
        long amount = form.neededMoney("amount");
        var day = form.neededDay("day");
        var reference = form.line("reference");
        if (form.does(
                Map.of(
                        "materials.payment.refusal.no-amount", "amount",
                        "materials.payment.refusal.too-much", "amount",
                        "materials.payment.refusal.bank", "amount",
                        "materials.payment.refusal.day", "day"),
                () -> paying.pay(form.key(), bill.id(), day, amount, reference, Poster.of(actor)))) {
            return done(order, redirect);
        }
        return page(order, form);
    }

    private ActForm paymentForm(Order order, Map<String, String> typed) {
        var choices = orders.invoices(order.id()).stream()
                .filter(it -> it.open() > 0)
                .map(it -> new Choice(it.id().toString(), it.reference()))
                .toList();
        return ActForm.of("materials.payment.new", order.path() + "/payment", order.path(), typed)
                .ask(Part.choice("invoice", choices).must())
                .ask(Part.typed("amount", "decimal")
                        .in(texts.say(FormPages.language(), "shell.unit.dirham"))
                        .must())
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("reference", "text"));
    }

    private Orders.Invoice invoice(Order order, UUID invoice) {
        return orders.invoice(invoice)
                .filter(it -> it.order().equals(order.id()))
                .orElseThrow(OrderController::notFound);
    }

    @GetMapping("/ending")
    @PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
    ModelAndView ending(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var order = open(id, actor, Code.RECEIVE);
        return page(order, endingForm(order, Map.of()));
    }

    @PostMapping("/ending")
    @PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
    ModelAndView end(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var order = open(id, actor, Code.RECEIVE);
        var form = endingForm(order, typed);
        var reason = form.needed("reason");
        if (form.does(Map.of("materials.order.refusal.no-reason", "reason"), () -> ordering.close(id, reason))) {
            return done(order, redirect);
        }
        return page(order, form);
    }

    private static ActForm endingForm(Order order, Map<String, String> typed) {
        return ActForm.of("materials.order.ending", order.path() + "/ending", order.path(), typed)
                .ask(Part.typed("reason", "text").must());
    }

    private static ModelAndView done(Order order, RedirectAttributes redirect) {
        return FormPages.done(order.path(), redirect);
    }

    private ModelAndView page(Order order, ActForm form) {
        var language = FormPages.language();
        return pages.page(
                form,
                order.demonstration(),
                new Crumb(texts.say(language, "materials.orders.title"), "/app/materials/orders"),
                new Crumb(texts.say(language, "materials.order.called", String.valueOf(order.number())), order.path()));
    }

    private Order open(UUID id, Actor actor, String permission) {
        var order = orders.find(id).orElseThrow(OrderController::notFound);
        if (points.find(order.point(), actor, permission).isEmpty()) {
            throw OrderController.notFound();
        }
        return order;
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private static String dirhams(long centimes) {
        return java.math.BigDecimal.valueOf(centimes, 2).toPlainString();
    }

    private static Map<String, String> starting(Map<String, String> values) {
        return new TreeMap<>(values);
    }
}
