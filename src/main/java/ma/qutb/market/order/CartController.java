package ma.qutb.market.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import ma.qutb.kernel.Language;
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

/**
 * The cart. What is put in it changes the buyer's own cookie and nothing else, so it costs no statement; only looking at it asks the shelf.
 * Pages that offer a piece are kept by browsers, so its button carries no token: another site's form is told by the browser itself.
 */
@Controller
@RequestMapping("/{language:ar|fr|en|es|zgh}/cart")
class CartController {

    private final ReadingBaskets baskets;

    CartController(ReadingBaskets baskets) {
        this.baskets = baskets;
    }

    @GetMapping
    ModelAndView show(HttpServletRequest request) {
        return new ModelAndView("market/cart/show").addObject("basket", baskets.read(CartCookie.read(request)));
    }

    /** @param price what the button said, in centimes */
    @PostMapping
    RedirectView add(
            @PathVariable String language,
            @RequestParam long product,
            @RequestParam long price,
            @RequestParam(defaultValue = "1") int count,
            HttpServletRequest request,
            HttpServletResponse response) {
        own(request);
        var cart = CartCookie.read(request);
        return changed(cart.with(product, Math.clamp(count, 1, Cart.MOST_OF_ONE), price), language, request, response);
    }

    /** As many of one; none takes it out. */
    @PostMapping("/lines/{product}")
    RedirectView set(
            @PathVariable String language,
            @PathVariable long product,
            @RequestParam int count,
            HttpServletRequest request,
            HttpServletResponse response) {
        own(request);
        var cart = CartCookie.read(request);
        long seen = cart.of(product).map(Cart.Line::seen).orElse(0L);
        return changed(cart.set(product, Math.clamp(count, 0, Cart.MOST_OF_ONE), seen), language, request, response);
    }

    /** The buyer has read the prices of today and agrees; what is gone is taken out, and of what there are fewer, so many stay. */
    @PostMapping("/agreement")
    RedirectView agree(@PathVariable String language, HttpServletRequest request, HttpServletResponse response) {
        own(request);
        var cart = CartCookie.read(request);
        var basket = baskets.read(cart);
        for (var line : basket.gone()) {
            cart = cart.set(line.product(), 0, 0);
        }
        for (var item : basket.items()) {
            int count = item.missing().isEmpty() ? item.count() : item.available();
            cart = cart.set(item.card().number(), count, item.card().price());
        }
        return changed(cart, language, request, response);
    }

    private static RedirectView changed(
            Cart cart, String language, HttpServletRequest request, HttpServletResponse response) {
        CartCookie.write(cart, request, response);
        var to = new RedirectView("/" + Language.of(language).orElseThrow().code() + "/cart");
        to.setStatusCode(HttpStatus.SEE_OTHER);
        to.setExposeModelAttributes(false);
        return to;
    }

    private static void own(HttpServletRequest request) {
        var from = request.getHeader("Sec-Fetch-Site");
        if (from != null && !from.equals("same-origin") && !from.equals("none")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
