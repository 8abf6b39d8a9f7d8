package ma.qutb.market.payment;

import java.util.List;
import ma.qutb.market.card.CardDebt;
import ma.qutb.market.card.CardPayments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens payments for what other modules are owed. */
@Service
@Transactional
class PayingDebtsByCard implements CardPayments {

    private final Payments payments;
    private final List<Acquirer> acquirers;

    PayingDebtsByCard(Payments payments, List<Acquirer> acquirers) {
        this.payments = payments;
        this.acquirers = acquirers;
    }

    @Override
    public boolean offered() {
        return acquirers.stream().anyMatch(Acquirer::ready);
    }

    @Override
    public String begin(CardDebt debt) {
        var payment = payments.begin(Payables.payable(debt), PaymentMethod.CARD);
        return payments.path(payment, debt.language());
    }
}
