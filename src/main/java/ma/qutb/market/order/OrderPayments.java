package ma.qutb.market.order;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.Poster;
import ma.qutb.market.payment.Payable;
import ma.qutb.market.payment.PayableOrders;
import ma.qutb.market.payment.PaymentId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What payments ask and tell orders. Money that came confirms an order: nobody needs to call. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class OrderPayments implements PayableOrders {

    private static final Poster PAYMENT = Poster.job("market.payment");

    private final OrderTable orders;
    private final KeepingOrders keeping;

    OrderPayments(OrderTable orders, KeepingOrders keeping) {
        this.orders = orders;
        this.keeping = keeping;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Payable> find(String number) {
        return orders.byNumber(number)
                .filter(it -> it.due() > 0 && it.state() != State.CANCELLED)
                .map(OrderPayments::payable);
    }

    static Payable payable(BuyerOrder it) {
        return new Payable(
                it.id(),
                it.number(),
                it.due(),
                it.language(),
                it.buyer().name(),
                it.buyer().phone(),
                Optional.of(it.buyer().email()).filter(email -> !email.isEmpty()),
                it.path(),
                it.demonstration());
    }

    @Override
    public void paying(UUID order, Instant until) {
        var it = orders.lock(order);
        if (it.state() == State.PLACED && until.isAfter(it.confirmUntil())) {
            keeping.extend(it, until);
            orders.step(order, "paying", Map.of("confirm_until", until), "", PAYMENT);
        }
    }

    @Override
    public void paid(UUID order, PaymentId payment, long amount) {
        var it = orders.lock(order);
        long received = it.received() + amount;
        switch (it.money()) {
            case AWAITED -> {
                boolean first = it.deposit() > 0 && received < it.total();
                orders.step(
                        order,
                        first ? "deposit-paid" : "paid",
                        Map.of("money", first ? Money.DEPOSIT : Money.PAID, "received", received),
                        "",
                        PAYMENT);
                if (it.state() == State.PLACED) {
                    keeping.confirmPaid(it, PAYMENT);
                }
            }
            case DEPOSIT ->
                orders.step(order, "rest-paid", Map.of("money", Money.PAID, "received", received), "", PAYMENT);
            // It was cancelled meanwhile: the money is the buyer's.
            case NONE ->
                orders.step(order, "paid-late", Map.of("money", Money.REFUND_DUE, "received", received), "", PAYMENT);
            case PAID, WITH_CARRIER, REMITTED, RECONCILED, REFUND_DUE, REFUNDED -> {}
        }
    }

    @Override
    public void failed(UUID order, PaymentId payment, String reason) {
        var it = orders.lock(order);
        if (it.state() == State.PLACED && it.money() == Money.AWAITED && it.before() && reason.equals("abandoned")) {
            keeping.cancelLocked(it, reason, "not-paid", PAYMENT);
        }
    }
}
