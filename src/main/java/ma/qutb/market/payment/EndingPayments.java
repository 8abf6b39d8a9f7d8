package ma.qutb.market.payment;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever closed the acquirer's page, or never made the transfer: after its time a payment ends and the pieces go back. */
@Service
class EndingPayments {

    private static final int AT_ONCE = 100;

    private final PaymentTable payments;
    private final Messages messages;
    private final ObjectProvider<PayableOrders> orders;

    EndingPayments(PaymentTable payments, Messages messages, ObjectProvider<PayableOrders> orders) {
        this.payments = payments;
        this.messages = messages;
        this.orders = orders;
    }

    @Scheduled(
            fixedDelayString = "${qutb.market.expire-every:60s}",
            initialDelayString = "${qutb.market.expire-every:60s}")
    @Transactional
    public void endLate() {
        for (var late : payments.late(AT_ONCE)) {
            payments.state(late.id(), Payments.State.ABANDONED, "expired");
            messages.add(late.id(), "expired", "abandoned", "", "", "", Map.of());
            orders.getObject().failed(late.order(), late.id(), "abandoned");
        }
    }
}
