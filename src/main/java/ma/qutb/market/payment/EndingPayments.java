package ma.qutb.market.payment;

import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever closed the acquirer's page, or never made the transfer: after its time a payment ends and the pieces go back. */
@Service
class EndingPayments {

    private static final int AT_ONCE = 100;

    private final PaymentTable payments;
    private final Messages messages;
    private final Payables payables;

    EndingPayments(PaymentTable payments, Messages messages, Payables payables) {
        this.payments = payments;
        this.messages = messages;
        this.payables = payables;
    }

    @Scheduled(
            fixedDelayString = "${qutb.market.expire-every:60s}",
            initialDelayString = "${qutb.market.expire-every:60s}")
    @Transactional
    public void endLate() {
        for (var late : payments.late(AT_ONCE)) {
            payments.state(late.id(), Payments.State.ABANDONED, "expired");
            messages.add(late.id(), "expired", "abandoned", "", "", "", Map.of());
            payables.failed(late, "abandoned");
        }
    }
}
