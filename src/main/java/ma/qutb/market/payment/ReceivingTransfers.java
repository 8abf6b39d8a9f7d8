package ma.qutb.market.payment;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody read on the bank's statement that a transfer came. */
@Service
@Transactional
class ReceivingTransfers {

    private final PaymentTable payments;
    private final Messages messages;
    private final SettlingPayments settling;

    ReceivingTransfers(PaymentTable payments, Messages messages, SettlingPayments settling) {
        this.payments = payments;
        this.messages = messages;
        this.settling = settling;
    }

    /**
     * Notes it; told again with the same line, nothing changes. Money for an order that was cancelled meanwhile is taken too: it is on the
     * account, and owed to the buyer.
     *
     * @param line what the statement calls it, so that one line settles one payment
     * @param amount centimes as they came
     */
    void received(UUID id, String line, long amount, Poster by) {
        var payment = payments.lock(id)
                .filter(it -> !it.card())
                .orElseThrow(() -> new Refusal("market.payment.refusal.unknown"));
        if (payment.reference().filter(line::equals).isPresent()) {
            return;
        }
        if (payment.reference().isPresent()) {
            throw new Refusal("market.payment.refusal.paid-already");
        }
        if (amount != payment.amount()) {
            throw new Refusal("market.payment.refusal.other-amount");
        }
        messages.add(
                payment.id(),
                "statement",
                payment.open() ? "paid" : "late",
                "",
                "",
                by.name(),
                Map.of("line", line, "amount", String.valueOf(amount)));
        try {
            settling.take(payment, line, by);
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("payment_reference_once", e, "market.payment.refusal.line-used");
        }
    }
}
