package ma.qutb.market.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.qutb.ledger.Draft;
import ma.qutb.market.card.CardDebt;
import ma.qutb.market.card.CardDebts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whatever is paid by payments: orders of the shop, and debts of other modules by the form of their numbers. */
@Component
class Payables {

    private final ObjectProvider<PayableOrders> orders;
    private final List<CardDebts> debts;

    Payables(ObjectProvider<PayableOrders> orders, List<CardDebts> debts) {
        this.orders = orders;
        this.debts = debts;
    }

    Optional<Payable> find(String number) {
        return debts(number)
                .map(it -> it.find(number).map(Payables::payable))
                .orElseGet(() -> orders.getObject().find(number));
    }

    void paying(Payment payment, Instant until) {
        if (debts(payment.orderNumber()).isEmpty()) {
            orders.getObject().paying(payment.order(), until);
        }
    }

    /** @return the entry another module's book needs beside ours; empty for an order, which was told */
    Optional<Draft> paid(Payment payment) {
        var other = debts(payment.orderNumber());
        if (other.isEmpty()) {
            orders.getObject().paid(payment.order(), payment.id(), payment.amount());
            return Optional.empty();
        }
        return other.map(it -> it.paid(payment.orderNumber(), payment.id().value(), payment.amount()));
    }

    void failed(Payment payment, String reason) {
        if (debts(payment.orderNumber()).isEmpty()) {
            orders.getObject().failed(payment.order(), payment.id(), reason);
        }
    }

    static Payable payable(CardDebt it) {
        return new Payable(
                it.id(),
                it.number(),
                it.amount(),
                it.language(),
                it.name(),
                "",
                Optional.empty(),
                it.path(),
                it.demonstration());
    }

    private Optional<CardDebts> debts(String number) {
        return debts.stream().filter(it -> it.own(number)).findFirst();
    }
}
