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
import ma.qutb.market.Piece;
import ma.qutb.market.PiecePutOnSale;
import ma.qutb.market.Stock;
import ma.qutb.market.Stock.Channel;
import ma.qutb.market.Stock.Wanted;
import ma.qutb.market.commission.Commission;
import ma.qutb.market.commission.MakingToOrder;
import ma.qutb.market.payment.Payments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to an order before it leaves the pole: confirmed, made ready, or cancelled. */
@Service
@Transactional
public class KeepingOrders {

    /** Pieces of a confirmed order wait longer than any order takes. */
    private static final Duration KEPT = Duration.ofDays(400);

    private static final Poster PUT_ON_SALE = Poster.job("market.orders");

    private final OrderTable orders;
    private final Stock stock;
    private final Catalogue catalogue;
    private final Payments payments;
    private final MakingToOrder making;
    private final KeptDeposits kept;
    private final Clock clock;

    KeepingOrders(
            OrderTable orders,
            Stock stock,
            Catalogue catalogue,
            Payments payments,
            MakingToOrder making,
            KeptDeposits kept,
            Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.catalogue = catalogue;
        this.payments = payments;
        this.making = making;
        this.kept = kept;
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
        if (it.deposit() > 0) {
            throw new Refusal("market.order.refusal.deposit-first");
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
        if (it.deposit() > 0) {
            making.ask(it.id());
        }
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
        assign(it, line, piece, by);
        making.given(line, piece.id());
    }

    /** What a maker made for an order and the hall found good is that order's, before anybody else sees it on the shelf. */
    @EventListener
    void onSale(PiecePutOnSale event) {
        making.waitingFor(event.piece()).ifPresent(commission -> {
            var it = orders.lock(commission.order());
            if (it.state() == State.CONFIRMED) {
                assign(it, commission.line(), catalogue.piece(event.piece()).orElseThrow(), PUT_ON_SALE);
            }
        });
    }

    private void assign(BuyerOrder it, UUID line, Piece piece, Poster by) {
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
     * It is not sent, and that is the pole's doing; the pieces are for others again. All that was paid is owed back.
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

    /** By the buyer, who need not say why. Whoever had begun to make something for them keeps its deposit: the terms said so. */
    public void withdrawBeforeSending(UUID order) {
        withdrawBeforeSending(order, "", PlacingOrders.BUYER);
    }

    /** The buyer said so on the telephone, or at the hall. */
    public void withdrawBeforeSending(UUID order, String reason, Poster by) {
        var it = in(order, State.PLACED, State.CONFIRMED, State.READY);
        var begun = it.deposit() > 0
                ? making.of(order).stream().filter(some -> some.state().begun()).toList()
                : List.<Commission>of();
        long stays = begun.stream().mapToLong(Commission::deposit).sum();
        cancelLocked(it, reason.strip(), "cancelled-by-buyer", Math.min(stays, it.received()), by);
        if (stays > 0) {
            kept.post(it, begun, by);
        }
    }

    void cancelLocked(BuyerOrder it, String reason, String act, Poster by) {
        cancelLocked(it, reason, act, 0, by);
    }

    private void cancelLocked(BuyerOrder it, String reason, String act, long stays, Poster by) {
        holds(it.id()).forEach(hold -> stock.giveBack(hold, "order", by));
        if (it.before() || it.deposit() > 0) {
            payments.withdraw(it.id());
        }
        if (it.deposit() > 0) {
            making.cancel(it.id());
        }
        var money = it.received() > stays ? Money.REFUND_DUE : Money.NONE;
        orders.step(
                it.id(),
                act,
                Map.of("state", State.CANCELLED, "money", money, "kept", stays, "reason", reason),
                reason,
                by);
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
