package ma.qutb.market.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.order.SendingOrders.PaidAtThePole;
import ma.qutb.market.payment.Payments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money a buyer brings to the pole for what is made to order: the deposit before it is begun, the rest before it leaves. It is owed to the buyer
 * until the thing is theirs.
 */
@Service
@Transactional
public class TakingDeposits {

    static final String PREPAID = "market-prepaid";

    private final OrderTable orders;
    private final KeepingOrders keeping;
    private final Payments payments;
    private final MarketAccounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    TakingDeposits(
            OrderTable orders,
            KeepingOrders keeping,
            Payments payments,
            MarketAccounts accounts,
            Ledger ledger,
            Clock clock) {
        this.orders = orders;
        this.keeping = keeping;
        this.payments = payments;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Takes what is due now.
     *
     * @throws Refusal when nothing is due at the pole
     */
    public void take(java.util.UUID order, PaidAtThePole how, Poster by) {
        var it = orders.lock(order);
        if (it.deposit() == 0 || it.due() == 0 || !it.state().before()) {
            throw new Refusal("market.order.refusal.meanwhile");
        }
        long due = it.due();
        boolean first = it.money() == Money.AWAITED;
        // Whoever meant to pay at the bank pays here: nothing is taken twice.
        payments.withdraw(order);
        orders.step(
                order,
                first ? "deposit-paid" : "rest-paid",
                Map.of("money", first ? Money.DEPOSIT : Money.PAID, "received", it.received() + due),
                "",
                by);
        if (it.state() == State.PLACED) {
            keeping.confirmPaid(it, by);
        }
        var from = how == PaidAtThePole.CASH ? accounts.hallTill() : accounts.acquirer("terminal");
        var buyer = accounts.buyer(it.id(), it.number());
        ledger.post(
                Draft.of(accounts.book(), Ids.next(), PREPAID, LocalDate.now(clock))
                        .because(it.number())
                        .from(SendingOrders.source(it))
                        .debit(from, due)
                        .credit(buyer, due),
                by);
    }
}
