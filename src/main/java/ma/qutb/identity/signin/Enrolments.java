package ma.qutb.identity.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import ma.qutb.identity.account.Accounts;
import ma.qutb.kernel.Refusal;
import ma.qutb.shell.QrSquares;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a phone learns to show codes, from sign-in or from one's own account. */
@Component
class Enrolments {

    private final SecondFactor factor;
    private final Accounts accounts;
    private final String issuer;

    Enrolments(SecondFactor factor, Accounts accounts, @Value("${qutb.public-address}") String address) {
        this.factor = factor;
        this.accounts = accounts;
        this.issuer = "Qutb " + java.net.URI.create(address).getHost();
    }

    ModelAndView page(UUID account, String action, @Nullable Refusal refusal) {
        var secret = Base32.encode(factor.begin(account));
        var name = accounts.findById(account).orElseThrow().userName();
        var address =
                "otpauth://totp/" + encoded(issuer + ":" + name) + "?secret=" + secret + "&issuer=" + encoded(issuer);
        var page = new ModelAndView("identity/signin/enrolment")
                .addObject("action", action)
                .addObject("qr", QrSquares.onScreen(address))
                .addObject("secret", String.join(" ", secret.split("(?<=\\G.{4})")))
                .addObject("refusal", refusal);
        if (refusal != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    static ModelAndView recovery(List<String> codes, String next) {
        return new ModelAndView("identity/signin/recovery")
                .addObject("codes", codes)
                .addObject("next", next);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
