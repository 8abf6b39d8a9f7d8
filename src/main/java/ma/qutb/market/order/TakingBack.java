package ma.qutb.market.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.market.Stock;
import ma.qutb.market.earning.Earnings;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.earning.Returned;
import ma.qutb.market.payment.Payments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes back from buyers: they say so within seven days (or later, if it is faulty), the hall receives it, the money is given back. The
 * earnings are mirrored when the things are back; whether a maker was paid out meanwhile makes no difference.
 */
@Service
@Transactional
public class TakingBack {

    static final String REFUND = "market-refund";

    /** How money is given back. */
    public enum GivenBack {
        BANK,
        TILL
    }

    private final OrderTable orders;
    private final ReturnTable returns;
    private final Stock stock;
    private final InvoicingOrders invoicing;
    private final Earnings earnings;
    private final MarketAccounts accounts;
    private final Payments payments;
    private final Ledger ledger;
    private final Clock clock;

    TakingBack(
            OrderTable orders,
            ReturnTable returns,
            Stock stock,
            InvoicingOrders invoicing,
            Earnings earnings,
            MarketAccounts accounts,
            Payments payments,
            Ledger ledger,
            Clock clock) {
        this.orders = orders;
        this.returns = returns;
        this.stock = stock;
        this.invoicing = invoicing;
        this.earnings = earnings;
        this.accounts = accounts;
        this.payments = payments;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Somebody wants to give things back.
     *
     * @param key of the form: sent twice, it is asked once
     * @param faulty broken or not as described: no deadline, also for what was made to order
     * @throws Refusal when the seven days are over, something was made to order, or comes back already
     */
    public UUID ask(UUID key, UUID order, Set<UUID> wanted, boolean faulty, String reason, Poster by) {
        var before = returns.byKey(key);
        if (before.isPresent()) {
            return before.get();
        }
        var it = KeepingOrders.in(orders.lock(order), State.DELIVERED);
        var all = orders.lines(order);
        var lines = all.stream().filter(line -> wanted.contains(line.id())).toList();
        if (lines.isEmpty()) {
            throw new Refusal("market.return.refusal.nothing");
        }
        if (lines.stream().anyMatch(line -> line.back() != null)) {
            throw new Refusal("market.return.refusal.already");
        }
        if (!faulty && !it.withdrawable(clock.instant())) {
            throw new Refusal("market.return.refusal.late");
        }
        if (!faulty && lines.stream().anyMatch(OrderLine::toOrder)) {
            throw new Refusal("market.return.refusal.made");
        }
        if (faulty && reason.isBlank()) {
            throw new Refusal("market.order.refusal.reason");
        }
        boolean whole = lines.size() == all.size();
        var id = returns.ask(
                new ReturnTable.NewReturn(
                        key,
                        order,
                        faulty ? "faulty" : "withdrawal",
                        reason.strip(),
                        by.name(),
                        lines.stream().mapToLong(line -> line.parts().price()).sum(),
                        whole ? it.delivery() : 0,
                        Deadlines.refund(clock.instant())),
                lines.stream().map(OrderLine::id).toList());
        orders.step(order, "return-asked", Map.of(), reason.strip(), by);
        return id;
    }

    /** The things are back: they are inspected again, and what they earned is mirrored. */
    public void receive(UUID order, UUID id, Poster by) {
        var it = orders.lock(order);
        var back = returns.lock(order, id, "asked");
        var lines = orders.lines(order).stream()
                .filter(line -> back.lines().contains(line.id()))
                .toList();
        lines.forEach(line -> stock.comeBack(Objects.requireNonNull(line.piece()), "return", by));
        returns.received(id);
        boolean all = orders.lines(order).stream()
                .allMatch(line -> line.back() != null && !line.back().equals("asked"));
        orders.step(order, "return-received", all ? Map.of("state", State.RETURNED) : Map.of(), "", by);
        invoicing.cameBack(order, id, lines, back.delivery(), back.reason(), by);
        var buyer = accounts.buyer(order, it.number());
        earnings.reverse(
                new Returned(
                        id,
                        it.number(),
                        SendingOrders.source(it),
                        lines.stream().map(OrderLine::id).toList(),
                        back.delivery(),
                        buyer),
                by);
    }

    /** It is not taken back, and the buyer is told why. */
    public void decline(UUID order, UUID id, String answer, Poster by) {
        if (answer.isBlank()) {
            throw new Refusal("market.order.refusal.reason");
        }
        orders.lock(order);
        returns.lock(order, id, "asked");
        returns.declined(id, answer.strip());
        orders.step(order, "return-declined", Map.of(), answer.strip(), by);
    }

    /** The buyer has the money of a return again. */
    public void refund(UUID order, UUID id, GivenBack how, Poster by) {
        var it = orders.lock(order);
        var back = returns.lock(order, id, "received");
        returns.refunded(id);
        orders.step(order, "return-refunded", Map.of(), "", by);
        giveBack(it, back.goods() + back.delivery(), how, by);
    }

    /** The buyer of an order that came to nothing has the money again. */
    public void refund(UUID order, GivenBack how, Poster by) {
        var it = orders.lock(order);
        if (it.money() != Money.REFUND_DUE) {
            throw new Refusal("market.order.refusal.meanwhile");
        }
        long left = it.refund();
        for (var some : payments.of(order)) {
            if (some.state() == Payments.State.PAID && some.amount() <= left) {
                payments.refunded(some.id(), it.reason());
                left -= some.amount();
            }
        }
        orders.step(order, "refunded", Map.of("money", Money.REFUNDED), "", by);
        giveBack(it, it.refund(), how, by);
    }

    private void giveBack(BuyerOrder it, long amount, GivenBack how, Poster by) {
        AccountId from = how == GivenBack.BANK ? accounts.bank() : accounts.hallTill();
        var buyer = accounts.buyer(it.id(), it.number());
        ledger.post(
                Draft.of(accounts.book(), Ids.next(), REFUND, LocalDate.now(clock))
                        .because(it.number())
                        .from(SendingOrders.source(it))
                        .debit(buyer, amount)
                        .credit(from, amount),
                by);
    }

    /** What of an order came back, or is to. */
    public List<OrderReturn> of(UUID order) {
        return returns.of(order);
    }
}
