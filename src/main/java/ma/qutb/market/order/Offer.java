package ma.qutb.market.order;

import java.util.List;
import ma.qutb.market.delivery.Way;
import ma.qutb.market.payment.PaymentMethod;

/** How an order can be brought and paid, and what of it is chosen. */
public record Offer(List<Way> ways, List<PaymentMethod> methods, Chosen chosen) {

    public Offer {
        ways = List.copyOf(ways);
        methods = List.copyOf(methods);
    }
}
