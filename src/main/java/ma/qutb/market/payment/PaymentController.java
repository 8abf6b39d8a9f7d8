package ma.qutb.market.payment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.identity.ContentPolicy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The buyer's page of a payment: it leads on to the acquirer, and waits for its word afterwards. Its address is known to the buyer alone. */
@Controller
@RequestMapping("/{language:ar|fr|en|es|zgh}/payments/{id}")
class PaymentController {

    /** A browser asks again this often by itself, slower after a while. */
    private static final int MOST_WAITS = 40;

    private static final int SOON = 3;
    private static final int LATER = 15;
    private static final int QUICK_WAITS = 10;

    private final PaymentTable payments;
    private final LeadingToAcquirers leading;
    private final PaymentSettings settings;

    PaymentController(PaymentTable payments, LeadingToAcquirers leading, PaymentSettings settings) {
        this.payments = payments;
        this.leading = leading;
        this.settings = settings;
    }

    /**
     * @param back how the acquirer's page sent the browser here; it decides nothing but what is said while we wait
     * @param waited how often the page has asked by itself
     */
    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "0") int waited,
            HttpServletResponse answer) {
        var payment = payments.find(id).orElseThrow(PaymentController::notFound);
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean waits = payment.open() && payment.card() && back.equals("ok");
        if (waits && waited < MOST_WAITS) {
            answer.setHeader(
                    "Refresh", (waited < QUICK_WAITS ? SOON : LATER) + "; url=?back=ok&waited=" + (waited + 1));
        }
        var form = waits ? null : leading.form(id).orElse(null);
        if (form != null) {
            var origin = form.address().getScheme() + "://" + form.address().getRawAuthority();
            answer.setHeader(ContentPolicy.HEADER, ContentPolicy.alsoFormsTo(origin));
        }
        return new ModelAndView("market/payment/show")
                .addObject("payment", payment)
                .addObject("form", form)
                .addObject("waits", waits)
                .addObject("asks", waits && waited < MOST_WAITS)
                .addObject("returned", !back.isEmpty())
                .addObject("rib", settings.rib().isEmpty() ? "" : Rib.spaced(settings.rib()))
                .addObject("bank", settings.bank());
    }

    /** The acquirer's page sends browsers here by its own form, signed or not: nothing of it is read. */
    @RequestMapping(
            path = "/back/{how:ok|fail}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView back(@PathVariable String language, @PathVariable UUID id, @PathVariable String how) {
        leading.cameBack(id, how);
        var seeOther = new ModelAndView("redirect:/" + language + "/payments/" + id + "?back=" + how);
        seeOther.setStatus(HttpStatus.SEE_OTHER);
        return seeOther;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
