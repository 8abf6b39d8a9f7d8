package ma.qutb.market.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.commission.MakingToOrder;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.payment.PaymentMethod;
import ma.qutb.market.payment.Payments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The buyer's own pages of an order: found by telephone and code, followed, cancelled, given back. */
@Controller
@RequestMapping("/{language:ar|fr|en|es|zgh}/orders")
class TrackingController {

    private final OrderTable orders;
    private final ReturnTable returns;
    private final KeepingOrders keeping;
    private final TakingBack taking;
    private final Deliveries deliveries;
    private final Payments payments;
    private final MakingToOrder making;
    private final InvoicingOrders invoicing;
    private final Crowd crowd;
    private final Clock clock;

    TrackingController(
            OrderTable orders,
            ReturnTable returns,
            KeepingOrders keeping,
            TakingBack taking,
            Deliveries deliveries,
            Payments payments,
            MakingToOrder making,
            InvoicingOrders invoicing,
            Crowd crowd,
            Clock clock) {
        this.orders = orders;
        this.returns = returns;
        this.keeping = keeping;
        this.taking = taking;
        this.deliveries = deliveries;
        this.payments = payments;
        this.making = making;
        this.invoicing = invoicing;
        this.crowd = crowd;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask() {
        return asked("", "", null);
    }

    @PostMapping
    ModelAndView find(
            @PathVariable String language,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        try {
            crowd.looking(request.getRemoteAddr());
            var clean = code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
            var order = PhoneNumber.tryParse(phone)
                    .flatMap(it -> orders.known(it.value(), clean))
                    .orElseThrow(() -> new Refusal("market.track.refusal.unknown"));
            return new ModelAndView(to(order.path(Language.of(language).orElseThrow())));
        } catch (Refusal refusal) {
            return asked(phone, code, refusal);
        }
    }

    private static ModelAndView asked(String phone, String code, @Nullable Refusal refusal) {
        return new ModelAndView("market/cart/track", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("phone", phone)
                .addObject("code", code)
                .addObject("refusal", refusal);
    }

    @GetMapping("/{number}/{code}")
    ModelAndView show(
            @PathVariable String language,
            @PathVariable String number,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        return page(order(number, code, request), response, null);
    }

    @PostMapping("/{number}/{code}/cancellation")
    ModelAndView cancel(
            @PathVariable String language,
            @PathVariable String number,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var order = order(number, code, request);
        return does(order, language, response, () -> keeping.withdrawBeforeSending(order.id()));
    }

    @PostMapping("/{number}/{code}/returns")
    ModelAndView giveBack(
            @PathVariable String language,
            @PathVariable String number,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID key,
            @RequestParam(defaultValue = "") List<UUID> line,
            @RequestParam(defaultValue = "withdrawal") String kind,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response) {
        var order = order(number, code, request);
        return does(
                order,
                language,
                response,
                () -> taking.ask(
                        key == null ? Ids.next() : key,
                        order.id(),
                        Set.copyOf(line),
                        kind.equals("faulty"),
                        reason.length() > 300 ? reason.substring(0, 300) : reason,
                        PlacingOrders.BUYER));
    }

    private ModelAndView does(BuyerOrder order, String language, HttpServletResponse response, Runnable act) {
        try {
            act.run();
            return new ModelAndView(to(order.path(Language.of(language).orElseThrow())));
        } catch (Refusal refusal) {
            return page(order, response, refusal);
        }
    }

    /** The rest of what is made to order: a payment of its own, opened when the buyer wants to pay it. */
    @PostMapping("/{number}/{code}/rest")
    ModelAndView payRest(
            @PathVariable String language,
            @PathVariable String number,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String method,
            HttpServletRequest request,
            HttpServletResponse response) {
        var order = order(number, code, request);
        try {
            var reader = Language.of(language).orElseThrow();
            if (rest(order).stream().noneMatch(it -> it.code().equals(method))) {
                throw new Refusal("market.checkout.refusal.method");
            }
            var payment = payments.begin(OrderPayments.payable(order), method);
            return new ModelAndView(to(payments.path(payment, reader)));
        } catch (Refusal refusal) {
            return page(order, response, refusal);
        }
    }

    /** How the rest can be paid from here; nothing where none is due, or it is paid at the pole. */
    private List<PaymentMethod> rest(BuyerOrder order) {
        return order.money() != Money.DEPOSIT || !order.state().before() || order.due() == 0
                ? List.of()
                : payments
                        .offered(new PaymentMethod.Purchase(
                                order.due(),
                                order.buyer().abroad(),
                                order.buyer().pickUp()))
                        .stream()
                        .filter(PaymentMethod::before)
                        .toList();
    }

    private BuyerOrder order(String number, String code, HttpServletRequest request) {
        return orders.byNumber(number).filter(it -> it.code().equals(code)).orElseThrow(() -> {
            // A code that is tried out is not told from one that is read wrongly; both are counted.
            crowd.looking(request.getRemoteAddr());
            return new ResponseStatusException(HttpStatus.NOT_FOUND);
        });
    }

    private ModelAndView page(BuyerOrder order, HttpServletResponse response, @Nullable Refusal refusal) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        var lines = orders.lines(order.id());
        var carrier = order.carrier() == null
                ? null
                : deliveries.carrier(order.carrier()).orElse(null);
        return new ModelAndView("market/cart/order", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("order", order)
                .addObject("lines", lines)
                .addObject("steps", orders.steps(order.id()))
                .addObject("returns", returns.of(order.id()))
                .addObject("carrier", carrier)
                .addObject("invoices", invoicing.of(order.id()))
                .addObject("making", making.of(order.id()))
                .addObject("rest", rest(order))
                .addObject(
                        "toPay",
                        order.due() > 0 && order.state().before()
                                ? payments.of(order.id()).stream()
                                        .filter(it -> it.state() == Payments.State.PENDING
                                                || it.state() == Payments.State.REFUSED)
                                        .findFirst()
                                        .map(it -> it.id().toString())
                                        .orElse(null)
                                : null)
                .addObject("now", clock.instant())
                .addObject("refusal", refusal);
    }

    private static RedirectView to(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
