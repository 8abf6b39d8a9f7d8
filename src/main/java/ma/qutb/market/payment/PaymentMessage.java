package ma.qutb.market.payment;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that was said about a payment.
 *
 * @param verdict what was made of it; its words are the text {@code market.payment.verdict.<verdict>}
 * @param fields as they came, without secrets
 */
public record PaymentMessage(
        Instant at, String kind, String verdict, String answer, String by, Map<String, String> fields) {}
