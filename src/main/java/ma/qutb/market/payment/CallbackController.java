package ma.qutb.market.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.market.payment.Acquirer.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where acquirers tell what became of a payment, machine to machine. This alone makes a card's payment paid. */
@RestController
class CallbackController {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackController.class);

    /** A message has some sixty fields and two thousand characters. */
    private static final int LARGEST = 32_768;

    private static final int MOST_FIELDS = 200;

    private final List<Acquirer> acquirers;
    private final SettlingPayments settling;
    private final Troubles troubles;
    private final Flood flood;

    CallbackController(List<Acquirer> acquirers, SettlingPayments settling, Troubles troubles, Flood flood) {
        this.acquirers = acquirers;
        this.settling = settling;
        this.troubles = troubles;
        this.flood = flood;
    }

    @PostMapping(PaymentConfiguration.CALLBACK)
    ResponseEntity<String> told(@PathVariable("acquirer") String code, HttpServletRequest request) {
        var acquirer = acquirers.stream()
                .filter(it -> it.code().equals(code) && it.ready())
                .findFirst();
        if (acquirer.isEmpty()) {
            return plain(HttpStatus.NOT_FOUND, "");
        }
        if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > LARGEST) {
            return plain(HttpStatus.CONTENT_TOO_LARGE, acquirer.get().words(Answer.AGAIN));
        }
        var fields = fields(request);
        if (fields.isEmpty()) {
            return plain(HttpStatus.BAD_REQUEST, acquirer.get().words(Answer.AGAIN));
        }
        if (!acquirer.get().read(fields.get()).genuine() && flood.tooMany()) {
            return plain(HttpStatus.TOO_MANY_REQUESTS, acquirer.get().words(Answer.AGAIN));
        }
        return plain(
                HttpStatus.OK, acquirer.get().words(answer(acquirer.get(), fields.get(), request.getRemoteAddr())));
    }

    private Answer answer(Acquirer acquirer, Map<String, String> fields, String origin) {
        try {
            return settling.hear(acquirer, fields, origin);
        } catch (RuntimeException fault) {
            // Nothing of it was written: what was heard is kept apart, and the acquirer tells us again.
            LOG.error("a callback could not be settled", fault);
            troubles.keep(acquirer, fields, origin);
            return Answer.AGAIN;
        }
    }

    /** Those of the body, each once; nothing that came in the address counts. */
    private static Optional<Map<String, String>> fields(HttpServletRequest request) {
        var sent = request.getParameterMap();
        if (request.getQueryString() != null || sent.isEmpty() || sent.size() > MOST_FIELDS) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, String>();
        for (var field : sent.entrySet()) {
            if (field.getValue().length != 1) {
                return Optional.empty();
            }
            fields.put(field.getKey(), field.getValue()[0]);
        }
        return Optional.of(fields);
    }

    private static ResponseEntity<String> plain(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text);
    }
}
