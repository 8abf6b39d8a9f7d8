package ma.qutb.market.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cart in the browser. Scripts may read it, to show how much is in it; what it says is checked against the shelf each time. */
final class CartCookie {

    static final String NAME = "cart";
    private static final Duration KEPT = Duration.ofDays(30);

    private CartCookie() {}

    static Cart read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return Cart.read(cookie == null ? "" : cookie.getValue());
    }

    static void write(Cart cart, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, cart.carried())
                        .path("/")
                        .maxAge(cart.isEmpty() ? Duration.ZERO : KEPT)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }
}
