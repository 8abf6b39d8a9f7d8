package ma.qutb.materials.supply;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.Material;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
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

/** The list of orders, a new one, and the page of each. */
@Controller
@RequestMapping("/app/materials")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class OrderController {

    private static final String LIST = "/app/materials/orders";
    private static final Map<String, String> FIELDS = Map.of(
            "materials.order.refusal.no-weight", "weight",
            "materials.order.refusal.no-price", "price",
            "materials.order.refusal.fineness", "fineness",
            "materials.order.refusal.point-closed", "point",
            "materials.order.refusal.expected-before", "expected");

    private final RecordList list;
    private final Lists lists;
    private final Orders orders;
    private final OrderingMaterial ordering;
    private final Suppliers suppliers;
    private final SalePoints points;
    private final Materials materials;
    private final FormPages pages;
    private final Clock clock;

    OrderController(
            @Qualifier("orderList") RecordList list,
            Lists lists,
            Orders orders,
            OrderingMaterial ordering,
            Suppliers suppliers,
            SalePoints points,
            Materials materials,
            FormPages pages,
            Clock clock) {
        this.list = list;
        this.lists = lists;
        this.orders = orders;
        this.ordering = ordering;
        this.suppliers = suppliers;
        this.points = points;
        this.materials = materials;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/orders")
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("materials/supply/orders").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/orders/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var order = orders.find(id).orElseThrow(OrderController::notFound);
        var point = points.find(order.point(), actor, Code.SEE).orElseThrow(OrderController::notFound);
        return new ModelAndView("materials/supply/order")
                .addObject("order", order)
                .addObject("point", point)
                .addObject("material", materials.find(order.material()).orElseThrow())
                .addObject("receipts", orders.receipts(id))
                .addObject("invoices", orders.invoices(id))
                .addObject("payments", orders.payments(id));
    }

    /** A bill or a payment of the ledger leads to the order it belongs to. */
    @GetMapping("/bills/{id}")
    String bill(@PathVariable UUID id) {
        return "redirect:" + LIST + "/" + orders.orderOf(id).orElseThrow(OrderController::notFound);
    }

    @GetMapping("/orders/new")
    @PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
    ModelAndView blank(@RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor) {
        return page(form(typed, actor));
    }

    @PostMapping("/orders")
    @PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
    ModelAndView order(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form(typed, actor);
        return read(form, actor)
                .flatMap(asked -> form.attempt(FIELDS, () -> ordering.order(asked)))
                .map(id -> FormPages.done(LIST + "/" + id, redirect))
                .orElseGet(() -> page(form));
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(pages.say("materials.orders.title"), LIST));
    }

    private ActForm form(Map<String, String> typed, Actor actor) {
        var language = FormPages.language();
        return ActForm.of("materials.order.new", LIST, LIST, typed)
                .ask(Part.choice(
                                "point",
                                points.all(actor, Code.RECEIVE).stream()
                                        .map(it -> new Choice(
                                                it.id().toString(), it.name().in(language)))
                                        .toList())
                        .must())
                .ask(Part.choice("supplier", suppliers.choices()).must())
                .ask(Part.cards(
                                "material",
                                materials.all().stream()
                                        .map(it -> Choice.pictured(
                                                it.code().value(),
                                                it.name().in(language),
                                                it.icon(),
                                                it.unit().in(language)))
                                        .toList())
                        .must())
                .ask(Part.choice(
                        "fineness",
                        materials.finenesses(MaterialCode.SILVER, LocalDate.now(clock)).stream()
                                .map(it -> new Choice(String.valueOf(it.tenths()), it.said()))
                                .toList()))
                .ask(Part.typed("weight", "decimal").must())
                .ask(Part.typed("price", "decimal")
                        .in(pages.say("shell.unit.dirham"))
                        .must())
                .ask(Part.typed("expected", "date"));
    }

    private Optional<NewOrder> read(ActForm form, Actor actor) {
        var point = form.id("point").flatMap(it -> points.find(new SalePointId(it), actor, Code.RECEIVE));
        var supplier = form.id("supplier").flatMap(suppliers::find);
        var material = material(form);
        if (point.isEmpty()) {
            form.need("point");
        }
        if (supplier.isEmpty()) {
            form.need("supplier");
        }
        if (material.isEmpty()) {
            form.need("material");
        }
        long weight =
                form.neededQuantity("weight", material.map(Material::decimals).orElse(3));
        long price = form.neededMoney("price");
        var expected = form.day("expected");
        var fineness = material.filter(Material::hasFineness)
                .flatMap(it -> Optional.of(form.value("fineness")).filter(t -> t.matches("[0-9]{1,5}")))
                .map(it -> new Fineness(Integer.parseInt(it)));
        if (form.refused()) {
            return Optional.empty();
        }
        return Optional.of(new NewOrder(
                form.key(),
                point.orElseThrow(),
                supplier.orElseThrow(),
                material.orElseThrow().code(),
                fineness,
                weight,
                price,
                expected));
    }

    private Optional<Material> material(ActForm form) {
        return form.value("material").matches("[A-Z][A-Z0-9_]{1,20}")
                ? materials.find(new MaterialCode(form.value("material")))
                : Optional.empty();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
