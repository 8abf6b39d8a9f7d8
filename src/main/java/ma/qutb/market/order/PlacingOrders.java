package ma.qutb.market.order;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.HoldId;
import ma.qutb.market.Piece;
import ma.qutb.market.Stock;
import ma.qutb.market.Stock.Channel;
import ma.qutb.market.Stock.Wanted;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.payment.Payable;
import ma.qutb.market.payment.PaymentMethod;
import ma.qutb.market.payment.Payments;
import ma.qutb.market.pricing.DepositShare;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Places an order: pieces held, order written, all in one transaction, so that whoever pulls the plug leaves either an order with its pieces
 * or nothing. The same form sent twice places it once.
 */
@Service
class PlacingOrders {

    static final Poster BUYER = Poster.job("buyer");

    /** Without vowels, so that no word comes of it, and without what is read for another. */
    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";

    private static final int CODE = 8;
    /** Orders of one telephone that wait for a word: more are not taken before one of them is settled. */
    private static final int WAITING = 3;
    /** While the bank's page is opened. */
    private static final Duration PAYING = Duration.ofMinutes(30);
    /** Longer than a transfer is waited for. */
    private static final int TRANSFER = 14;

    private final ReadingBaskets baskets;
    private final WritingOrders orders;
    private final Stock stock;
    private final Deliveries deliveries;
    private final Payments payments;
    private final DepositShare share;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PlacingOrders(
            ReadingBaskets baskets,
            WritingOrders orders,
            Stock stock,
            Deliveries deliveries,
            Payments payments,
            DepositShare share,
            TransactionTemplate transaction,
            Clock clock) {
        this.baskets = baskets;
        this.orders = orders;
        this.stock = stock;
        this.deliveries = deliveries;
        this.payments = payments;
        this.share = share;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Places it.
     *
     * @param key of the form
     * @throws Refusal when a price changed, a piece is gone or no longer offered, or too many orders of this telephone wait
     */
    Placed place(UUID key, Cart cart, Buyer buyer, Chosen choice, Language language) {
        try {
            return transaction.execute(status -> placeOnce(key, cart, buyer, choice, language));
        } catch (DuplicateKeyException | Refusal e) {
            // The same form, sent at the same moment, was faster: perhaps with the last piece.
            return transaction
                    .execute(status -> orders.before(key, buyer.phone()).same())
                    .orElseThrow(() -> e);
        }
    }

    private Placed placeOnce(UUID key, Cart cart, Buyer buyer, Chosen choice, Language language) {
        var before = orders.before(key, buyer.phone());
        if (before.same().isPresent()) {
            return before.same().get();
        }
        if (before.waiting() >= WAITING) {
            throw new Refusal("market.order.refusal.waiting", before.waiting());
        }
        var basket = baskets.read(cart);
        if (basket.isEmpty() || !basket.gone().isEmpty()) {
            throw new Refusal("market.order.refusal.gone");
        }
        if (basket.changed()) {
            throw new Refusal("market.order.refusal.price");
        }
        if (choice.way() == null && !buyer.pickUp()) {
            throw new Refusal("market.checkout.refusal.no-way");
        }
        if (basket.toOrder() && choice.method().equals(PaymentMethod.CASH_ON_DELIVERY)) {
            throw new Refusal("market.order.refusal.deposit");
        }
        var now = clock.instant();
        var until = until(choice, now);
        var hold = HoldId.next();
        var wanted = basket.items().stream()
                .filter(it -> !it.toOrder())
                .map(it -> Wanted.any(it.product(), it.count()))
                .toList();
        List<Piece> pieces = wanted.isEmpty() ? List.of() : stock.hold(hold, Channel.STORE, wanted, until, BUYER);
        var id = Ids.next();
        var code = code();
        var way = choice.way();
        var number = orders.write(
                new WritingOrders.NewOrder(
                        id,
                        key,
                        code,
                        language,
                        buyer,
                        way == null ? null : way.carrier().id(),
                        way == null ? null : way.zone(),
                        basket.weight(),
                        choice.method(),
                        choice.fee(),
                        hold,
                        until,
                        Deadlines.delivery(now, basket.leadDays()),
                        share.basisPoints()),
                basket,
                pieces);
        var placed = new Placed(id, number, code, false);
        if (choice.before()) {
            payments.begin(payable(placed, buyer, basket, choice, language), choice.method());
        }
        return placed;
    }

    private Payable payable(Placed placed, Buyer buyer, Basket basket, Chosen choice, Language language) {
        return new Payable(
                placed.id(),
                placed.number(),
                basket.toOrder() ? basket.deposit(share) : basket.goods() + choice.fee(),
                language,
                buyer.name(),
                buyer.phone(),
                Optional.of(buyer.email()).filter(it -> !it.isEmpty()),
                placed.path(language),
                basket.demonstration());
    }

    /** Until when the pieces wait for the bank, or for the buyer's word on the telephone. */
    private Instant until(Chosen choice, Instant now) {
        return switch (choice.method()) {
            case PaymentMethod.CARD -> now.plus(PAYING);
            case PaymentMethod.TRANSFER -> Deadlines.after(now, TRANSFER);
            default -> Deadlines.after(now, deliveries.terms().confirmDays());
        };
    }

    private String code() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
