package ma.qutb.market.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.Catalogue;
import ma.qutb.market.HoldId;
import ma.qutb.market.Stock;
import ma.qutb.market.Stock.Channel;
import ma.qutb.market.Stock.Wanted;
import ma.qutb.market.payment.Payments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to an order before it leaves the pole: confirmed, made ready, or cancelled. */
@Service
@Transactional
public class KeepingOrders {

    /** Pieces of a confirmed order wait longer than any order takes. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final OrderTable orders;
    private final Stock stock;
    private final Catalogue catalogue;
    private final Payments payments;
    private final Clock clock;

    KeepingOrders(OrderTable orders, Stock stock, Catalogue catalogue, Payments payments, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.catalogue = catalogue;
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * The buyer said yes on the telephone.
     *
     * @throws Refusal when it is not waiting for that, is to be paid before, or somebody else got a piece meanwhile
     */
    public void confirm(UUID order, String note, Poster by) {
        var it = in(order, State.PLACED);
        if (it.before()) {
            throw new Refusal("market.order.refusal.not-paid");
        }
        confirmed(it, note, by);
    }

    /** The money came. Where somebody else got a piece meanwhile, the order is cancelled and the money owed back. */
    void confirmPaid(BuyerOrder it, Poster by) {
        if (orders.stillHeld(it.id())) {
            confirmed(it, "", by);
        } else {
            cancelLocked(orders.lock(it.id()), "", "gone", by);
        }
    }

    private void confirmed(BuyerOrder it, String note, Poster by) {
        extend(it, clock.instant().plus(KEPT));
        orders.step(it.id(), "confirmed", Map.of("state", State.CONFIRMED), note, by);
    }

    void extend(BuyerOrder it, Instant until) {
        holds(it.id()).forEach(hold -> stock.extend(hold, until));
    }

    private List<HoldId> holds(UUID order) {
        return orders.lines(order).stream()
                .map(OrderLine::hold)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * What was made to order is there: this very piece.
     *
     * @throws Refusal when there is no such piece of this product on sale
     */
    public void assign(UUID order, UUID line, String serial, Poster by) {
        var it = in(order, State.CONFIRMED);
        var wanted = orders.lines(order).stream()
                .filter(some -> some.id().equals(line) && some.piece() == null)
                .findFirst()
                .orElseThrow(() -> new Refusal("market.order.refusal.meanwhile"));
        var piece = catalogue
                .bySerial(serial.strip().toUpperCase(java.util.Locale.ROOT))
                .filter(some -> some.product().equals(wanted.product()))
                .orElseThrow(() -> new Refusal("market.order.refusal.piece", serial));
        var hold = HoldId.next();
        stock.hold(
                hold,
                Channel.ORDER,
                List.of(Wanted.exactly(piece)),
                clock.instant().plus(KEPT),
                by);
        orders.assign(line, piece.id(), hold);
        orders.step(it.id(), "assigned", Map.of(), piece.serial(), by);
    }

    /** @throws Refusal when something is still to be made */
    public void ready(UUID order, Poster by) {
        var it = in(order, State.CONFIRMED);
        if (orders.lines(order).stream().anyMatch(line -> line.piece() == null)) {
            throw new Refusal("market.order.refusal.unmade");
        }
        orders.step(it.id(), "ready", Map.of("state", State.READY), "", by);
    }

    /**
     * It is not sent; the pieces are for others again. What was paid is owed back.
     *
     * @throws Refusal when it left the pole, or no reason is given
     */
    public void cancel(UUID order, String reason, Poster by) {
        if (reason.isBlank()) {
            throw new Refusal("market.order.refusal.reason");
        }
        var it = in(order, State.PLACED, State.CONFIRMED, State.READY);
        cancelLocked(it, reason.strip(), "cancelled", by);
    }

    /** By the buyer, who need not say why. */
    public void withdrawBeforeSending(UUID order) {
        var it = in(order, State.PLACED, State.CONFIRMED, State.READY);
        cancelLocked(it, "", "cancelled-by-buyer", PlacingOrders.BUYER);
    }

    void cancelLocked(BuyerOrder it, String reason, String act, Poster by) {
        holds(it.id()).forEach(hold -> stock.giveBack(hold, "order", by));
        if (it.before()) {
            payments.withdraw(it.id());
        }
        var money = it.money() == Money.PAID ? Money.REFUND_DUE : Money.NONE;
        orders.step(it.id(), act, Map.of("state", State.CANCELLED, "money", money, "reason", reason), reason, by);
    }

    private BuyerOrder in(UUID order, State... states) {
        return in(orders.lock(order), states);
    }

    static BuyerOrder in(BuyerOrder it, State... states) {
        if (!List.of(states).contains(it.state())) {
            throw new Refusal("market.order.refusal.meanwhile");
        }
        return it;
    }
}
