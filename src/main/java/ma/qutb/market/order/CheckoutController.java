package ma.qutb.market.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.delivery.Way;
import ma.qutb.market.payment.PaymentMethod;
import ma.qutb.market.payment.Payments;
import ma.qutb.market.pricing.DepositShare;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The checkout of a guest: who and where; how it comes and is paid; placed. What was typed goes from page to page in the forms, and reaches a
 * table only with the order: whoever turns back leaves no trace. Works without a script.
 */
@Controller
@RequestMapping("/{language:ar|fr|en|es|zgh}/checkout")
class CheckoutController {

    private final ReadingBaskets baskets;
    private final PlacingOrders placing;
    private final Deliveries deliveries;
    private final Payments payments;
    private final DepositShare share;
    private final Crowd crowd;

    CheckoutController(
            ReadingBaskets baskets,
            PlacingOrders placing,
            Deliveries deliveries,
            Payments payments,
            DepositShare share,
            Crowd crowd) {
        this.baskets = baskets;
        this.placing = placing;
        this.deliveries = deliveries;
        this.payments = payments;
        this.share = share;
        this.crowd = crowd;
    }

    @GetMapping
    ModelAndView begin(@PathVariable String language, HttpServletRequest request) {
        var basket = baskets.read(CartCookie.read(request));
        return basket.ready()
                ? who(new BuyerForm(Map.of()), basket, HttpStatus.OK)
                : new ModelAndView(to("/" + language + "/cart"));
    }

    /** Back to who and where, with what was typed. */
    @PostMapping("/buyer")
    ModelAndView again(
            @PathVariable String language, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        var basket = baskets.read(CartCookie.read(request));
        return basket.ready()
                ? who(new BuyerForm(sent), basket, HttpStatus.OK)
                : new ModelAndView(to("/" + language + "/cart"));
    }

    /** Who and where is typed: what the way costs, and how it can be paid. */
    @PostMapping
    ModelAndView how(
            @PathVariable String language, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        var basket = baskets.read(CartCookie.read(request));
        if (!basket.ready()) {
            return new ModelAndView(to("/" + language + "/cart"));
        }
        var form = new BuyerForm(sent);
        var buyer = form.read();
        var offer = offer(form, buyer, basket);
        return form.errors().hasErrors()
                ? who(form, basket, HttpStatus.UNPROCESSABLE_CONTENT)
                : pay(form, buyer, basket, offer, null);
    }

    @PostMapping("/order")
    ModelAndView place(
            @PathVariable String language,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var reader = Language.of(language).orElseThrow();
        var cart = CartCookie.read(request);
        var form = new BuyerForm(sent);
        var buyer = form.read();
        if (form.byMachine() || form.errors().hasErrors()) {
            return who(form, baskets.read(cart), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            crowd.ordering(request.getRemoteAddr());
            var basket = baskets.read(cart);
            var offer = offer(form, buyer, basket);
            var choice = offer.chosen();
            // Where something is gone meanwhile, placing says what: unless this very form was faster.
            if (basket.ready()) {
                if (form.errors().hasErrors()) {
                    return who(form, basket, HttpStatus.UNPROCESSABLE_CONTENT);
                }
                if (offer.methods().stream().noneMatch(it -> it.code().equals(choice.method()))) {
                    return pay(form, buyer, basket, offer, new Refusal("market.checkout.refusal.method"));
                }
                if (!form.value("seen").equals(String.valueOf(basket.goods() + choice.fee()))) {
                    return pay(form, buyer, basket, offer, new Refusal("market.checkout.refusal.total"));
                }
            }
            var placed = placing.place(form.key(), cart, buyer, choice, reader);
            CartCookie.write(new Cart(List.of()), request, response);
            return new ModelAndView(to(choice.before() ? next(placed, reader) : placed.path(reader)));
        } catch (Refusal refusal) {
            return refused(form, buyer, cart, language, refusal);
        }
    }

    /** To the bank where the order is paid before, else to the order. */
    private String next(Placed placed, Language reader) {
        return payments.of(placed.id()).stream()
                .filter(it -> it.state() == Payments.State.PENDING)
                .findFirst()
                .map(it -> payments.path(it.id(), reader))
                .orElseGet(() -> placed.path(reader));
    }

    /** What is gone or costs something else is shown in the cart; anything else beside the choice. */
    private ModelAndView refused(BuyerForm form, Buyer buyer, Cart cart, String language, Refusal refusal) {
        var basket = baskets.read(cart);
        if (!basket.ready()) {
            return new ModelAndView(to("/" + language + "/cart"));
        }
        var offer = offer(form, buyer, basket);
        return form.errors().hasErrors()
                ? who(form, basket, HttpStatus.UNPROCESSABLE_CONTENT)
                : pay(form, buyer, basket, offer, refusal);
    }

    private Offer offer(BuyerForm form, Buyer buyer, Basket basket) {
        var ways = buyer.pickUp() ? List.<Way>of() : deliveries.ways(buyer.country(), basket.weight());
        if (!buyer.pickUp() && ways.isEmpty() && !form.errors().hasErrors()) {
            form.errors().rejectValue(buyer.abroad() ? "country" : "way", "market.checkout.refusal.no-way", null, null);
        }
        var way = ways.stream()
                .filter(it -> it.carrier().code().equals(form.value("carrier")))
                .findFirst()
                .or(() -> ways.stream().findFirst())
                .orElse(null);
        var methods = methods(buyer, basket, way);
        var method = Optional.of(form.value("method"))
                .filter(it -> !it.isEmpty())
                .or(() -> methods.stream().findFirst().map(PaymentMethod::code))
                .orElse("");
        return new Offer(ways, methods, new Chosen(way, method));
    }

    private List<PaymentMethod> methods(Buyer buyer, Basket basket, @Nullable Way way) {
        long total = basket.goods() + (way == null ? 0 : way.fee());
        boolean cash = way != null
                && way.carrier().cash()
                && !basket.toOrder()
                && total <= deliveries.terms().cashCap();
        return payments.offered(new PaymentMethod.Purchase(total, buyer.abroad(), buyer.pickUp())).stream()
                .filter(it -> !it.code().equals(PaymentMethod.CASH_ON_DELIVERY) || cash)
                .toList();
    }

    private ModelAndView who(BuyerForm form, Basket basket, HttpStatus status) {
        return new ModelAndView("market/cart/who", status)
                .addObject("form", form)
                .addObject("basket", basket)
                .addObject("countries", deliveries.countries());
    }

    private ModelAndView pay(BuyerForm form, Buyer buyer, Basket basket, Offer offer, @Nullable Refusal refusal) {
        return new ModelAndView("market/cart/pay", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("form", form)
                .addObject("buyer", buyer)
                .addObject("basket", basket)
                .addObject("offer", offer)
                .addObject("terms", deliveries.terms())
                .addObject("deposit", basket.deposit(share))
                .addObject("refusal", refusal);
    }

    private static RedirectView to(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
