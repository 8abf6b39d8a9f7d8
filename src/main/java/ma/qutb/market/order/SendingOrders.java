package ma.qutb.market.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.market.Stock;
import ma.qutb.market.delivery.Carrier;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.earning.Earnings;
import ma.qutb.market.earning.Fulfilment;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.payment.Payments;
import ma.qutb.market.stock.KeepingPieces;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of a parcel: sent, delivered, refused at the door, lost; or handed over at the pole. What it earned is posted when it is the
 * buyer's; the ledger comes last.
 */
@Service
@Transactional
public class SendingOrders {

    static final String SOURCE = "market-order";
    static final String CARRIAGE = "market-carriage";

    /** How somebody pays at the hall. */
    public enum PaidAtThePole {
        CASH,
        TERMINAL
    }

    private final OrderTable orders;
    private final Stock stock;
    private final KeepingPieces pieces;
    private final Deliveries deliveries;
    private final InvoicingOrders invoicing;
    private final Payments payments;
    private final Earnings earnings;
    private final MarketAccounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    SendingOrders(
            OrderTable orders,
            Stock stock,
            KeepingPieces pieces,
            Deliveries deliveries,
            InvoicingOrders invoicing,
            Payments payments,
            Earnings earnings,
            MarketAccounts accounts,
            Ledger ledger,
            Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.pieces = pieces;
        this.deliveries = deliveries;
        this.invoicing = invoicing;
        this.payments = payments;
        this.earnings = earnings;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The carrier has it.
     *
     * @param tracking the carrier's number, by which the buyer follows it
     */
    public void send(UUID order, String tracking, Poster by) {
        var it = KeepingOrders.in(orders.lock(order), State.READY);
        if (it.buyer().pickUp()) {
            throw new Refusal("market.order.refusal.meanwhile");
        }
        if (it.due() > 0 && it.deposit() > 0) {
            throw new Refusal("market.order.refusal.rest");
        }
        if (tracking.isBlank()) {
            throw new Refusal("market.order.refusal.tracking");
        }
        sell(it, by);
        orders.step(
                order,
                "sent",
                Map.of("state", State.SENT, "tracking", tracking.strip(), "sent_at", clock.instant()),
                tracking.strip(),
                by);
    }

    private List<OrderLine> sell(BuyerOrder it, Poster by) {
        var lines = orders.lines(it.id());
        lines.stream().map(OrderLine::hold).filter(Objects::nonNull).distinct().forEach(hold -> stock.sell(hold, by));
        return lines;
    }

    /** The buyer has it; what was paid at the door is with the carrier. */
    public void deliver(UUID order, Poster by) {
        var it = KeepingOrders.in(orders.lock(order), State.SENT);
        var changes = delivered();
        if (it.cashOnDelivery()) {
            changes.put("money", Money.WITH_CARRIER);
            changes.put("carrier_owes", it.total());
            changes.put("owed_since", clock.instant());
        }
        orders.step(order, "delivered", changes, "", by);
        var lines = orders.lines(order);
        invoicing.fulfilled(it, lines, by);
        fulfil(it, lines, it.cashOnDelivery() ? owedBy(carrier(it)) : buyer(it), it.total(), by);
    }

    /** The buyer came to the pole. Whoever paid before pays nothing. */
    public void handOver(UUID order, PaidAtThePole how, Poster by) {
        var it = KeepingOrders.in(orders.lock(order), State.READY);
        if (!it.buyer().pickUp()) {
            throw new Refusal("market.order.refusal.meanwhile");
        }
        var lines = sell(it, by);
        var changes = delivered();
        changes.put("money", Money.PAID);
        orders.step(order, "handed-over", changes, "", by);
        if (it.due() > 0) {
            payments.withdraw(order);
        }
        var paid = new ArrayList<Fulfilment.Paid>();
        if (it.received() > 0) {
            paid.add(new Fulfilment.Paid(buyer(it), it.received()));
        }
        if (it.received() < it.total()) {
            var holder = how == PaidAtThePole.CASH ? accounts.hallTill() : accounts.acquirer("terminal");
            paid.add(new Fulfilment.Paid(holder, it.total() - it.received()));
        }
        invoicing.fulfilled(it, lines, by);
        fulfil(it, lines, paid, by);
    }

    private Map<String, Object> delivered() {
        var now = clock.instant();
        var changes = new HashMap<String, Object>();
        changes.put("state", State.DELIVERED);
        changes.put("delivered_at", now);
        changes.put("withdraw_until", Deadlines.withdrawal(now));
        return changes;
    }

    private void fulfil(BuyerOrder it, List<OrderLine> lines, AccountId holder, long amount, Poster by) {
        fulfil(it, lines, List.of(new Fulfilment.Paid(holder, amount)), by);
    }

    private void fulfil(BuyerOrder it, List<OrderLine> lines, List<Fulfilment.Paid> paid, Poster by) {
        earnings.fulfil(
                new Fulfilment(
                        it.id(),
                        it.number(),
                        source(it),
                        lines.stream()
                                .map(line -> new Fulfilment.Line(line.id(), line.maker(), line.parts()))
                                .toList(),
                        paid.stream().mapToLong(Fulfilment.Paid::amount).sum() - it.goods(),
                        it.carrier() == null ? accounts.wasted() : carriage(carrier(it)),
                        paid),
                by);
    }

    /**
     * Nobody took it, and it is back at the hall: the pieces are inspected again, the carrier is owed for the way, the pole bears it. What
     * was paid before is owed back.
     */
    public void refused(UUID order, String reason, Poster by) {
        var it = KeepingOrders.in(orders.lock(order), State.SENT);
        needed(reason);
        orders.lines(order).forEach(line -> stock.comeBack(Objects.requireNonNull(line.piece()), reason.strip(), by));
        orders.step(
                order,
                "refused",
                Map.of("state", State.REFUSED, "money", unearned(it), "reason", reason.strip()),
                reason.strip(),
                by);
        if (it.delivery() > 0) {
            var wasted = accounts.wasted();
            var owed = carriage(carrier(it));
            ledger.post(
                    Draft.of(accounts.book(), Ids.next(), CARRIAGE, LocalDate.now(clock))
                            .because(it.number())
                            .from(source(it))
                            .debit(wasted, it.delivery())
                            .credit(owed, it.delivery()),
                    by);
        }
    }

    /**
     * The carrier lost it: it owes the price of the pieces, and makers earn as if they were sold. A buyer who paid before is owed all of it.
     */
    public void lost(UUID order, String reason, Poster by) {
        var it = KeepingOrders.in(orders.lock(order), State.SENT);
        needed(reason);
        var lines = orders.lines(order);
        lines.forEach(line -> pieces.lose(Objects.requireNonNull(line.piece()), reason.strip(), by));
        Instant now = clock.instant();
        orders.step(
                order,
                "lost",
                Map.of(
                        "state", State.LOST,
                        "money", unearned(it),
                        "carrier_owes", it.goods(),
                        "owed_since", now,
                        "reason", reason.strip()),
                reason.strip(),
                by);
        fulfil(it, lines, owedBy(carrier(it)), it.goods(), by);
    }

    private static Money unearned(BuyerOrder it) {
        return it.money() == Money.PAID ? Money.REFUND_DUE : Money.NONE;
    }

    private static void needed(String reason) {
        if (reason.isBlank()) {
            throw new Refusal("market.order.refusal.reason");
        }
    }

    private Carrier carrier(BuyerOrder it) {
        return deliveries.carrier(Objects.requireNonNull(it.carrier())).orElseThrow();
    }

    private AccountId owedBy(Carrier carrier) {
        return accounts.carrier(carrier.id(), carrier.name().in(Language.AR));
    }

    private AccountId carriage(Carrier carrier) {
        return accounts.carriage(carrier.id(), carrier.name().in(Language.AR));
    }

    private AccountId buyer(BuyerOrder it) {
        return accounts.buyer(it.id(), it.number());
    }

    static Source source(BuyerOrder it) {
        return new Source(SOURCE, it.id());
    }
}
