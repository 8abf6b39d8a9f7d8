package ma.qutb.market.order;

import static ma.qutb.market.TestMarket.PRICE;
import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.HoldId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.Piece;
import ma.qutb.market.Product;
import ma.qutb.market.ProductId;
import ma.qutb.market.Stock;
import ma.qutb.market.TestMarket;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.earning.Earnings;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.invoice.Invoices;
import ma.qutb.market.payment.PaymentId;
import ma.qutb.market.payment.PaymentMethod;
import ma.qutb.market.product.DescribingProducts;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.market.stock.KeepingPieces;
import ma.qutb.market.stock.PiecePlaces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarketModuleTest
class OrderWayTests {

    private static final long FEE = 50_00;
    private static final long TO_MAKER = 612_00;

    @Autowired
    PlacingOrders placing;

    @Autowired
    KeepingOrders keeping;

    @Autowired
    SendingOrders sending;

    @Autowired
    TakingBack taking;

    @Autowired
    Invoices invoices;

    @Autowired
    CarriersCash cash;

    @Autowired
    RemittanceTable remittances;

    @Autowired
    LateOrders late;

    @Autowired
    OrderTable orders;

    @Autowired
    OrderPayments payments;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MarketAccounts accounts;

    @Autowired
    Balances balances;

    @Autowired
    Ledger ledger;

    @Autowired
    Stock stock;

    @Autowired
    TestMarket market;

    @Autowired
    DescribingProducts describing;

    @Autowired
    ReviewingProducts reviewing;

    @Autowired
    KeepingPieces pieces;

    @Autowired
    PiecePlaces places;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StandingClock clock;

    private TestOrders some;

    @BeforeEach
    void begin() {
        some = new TestOrders(placing, keeping, sending, deliveries, database);
    }

    @Test
    void cashOnDeliveryGoesFromTheTelephoneToTheBank() {
        var product = market.onSale(1);
        long maker = owedToMaker();
        var placed = some.cash(product);
        var order = placed.id();
        assertThat(market.piece(product).state()).isEqualTo(Piece.State.HELD);
        assertThat(placed.number()).matches("[0-9]{2}-[0-9]{6}");

        keeping.confirm(order, "", SELLER);
        keeping.ready(order, SELLER);
        sending.send(order, "EE000111222MA", SELLER);
        assertThat(market.piece(product).state()).isEqualTo(Piece.State.SOLD);
        assertThat(owedToMaker()).as("nothing is earned on the way").isEqualTo(maker);
        long carrier = balances.of(carrier());
        sending.deliver(order, SELLER);

        assertThat(it(order).money()).isEqualTo(Money.WITH_CARRIER);
        assertThat(owedToMaker() - maker).isEqualTo(TO_MAKER);
        assertThat(balances.of(carrier()) - carrier).isEqualTo(PRICE + FEE);
        assertThat(held()).isEqualTo(balances.of(carrier()));

        long bank = balances.of(accounts.bank());
        var list = cash.list(Ids.next(), some.amana().carrier().id(), "L-" + order, List.of(order), FEE, SELLER);
        assertThat(it(order).money()).isEqualTo(Money.REMITTED);
        cash.reconcile(list, SELLER);

        assertThat(it(order).money()).isEqualTo(Money.RECONCILED);
        assertThat(it(order).carrierOwes()).isZero();
        assertThat(balances.of(accounts.bank()) - bank).isEqualTo(PRICE);
        assertThat(balances.of(carrier())).isEqualTo(carrier);
        refused("market.order.refusal.meanwhile", () -> cash.reconcile(list, SELLER));
    }

    @RepeatedTest(5)
    void theSameFormPlacesOneOrderAlsoWhenItIsSentTwiceAtOnce() throws Exception {
        var product = market.onSale(1);
        var key = Ids.next();
        var phone = TestOrders.phone();

        var placed = atOnce(
                8,
                n -> some.place(key, some.cart(product), TestOrders.buyer(phone), PaymentMethod.CASH_ON_DELIVERY)
                        .number());

        assertThat(Set.copyOf(placed)).hasSize(1);
        assertThat(count("select count(*) from market.buyer_order where phone = '" + phone + "'"))
                .isEqualTo(1);
    }

    @Test
    void aKeyOfSomebodyElseOpensNothing() {
        var key = Ids.next();
        some.place(key, some.cart(market.onSale(1)), TestOrders.buyer(TestOrders.phone()), "cash_on_delivery");
        var product = market.onSale(1);

        assertThatThrownBy(() ->
                        some.place(key, some.cart(product), TestOrders.buyer(TestOrders.phone()), "cash_on_delivery"))
                .isInstanceOf(DataAccessException.class);
        assertThat(market.piece(product).state()).isEqualTo(Piece.State.ON_SALE);
    }

    @Test
    void theLastPieceIsHadOnceByFiftyAtTheCheckoutTheTillAndAStand() throws Exception {
        var product = market.onSale(1);
        var cart = some.cart(product);

        var outcomes = atOnce(50, n -> switch (n % 3) {
            case 0 -> {
                some.place(Ids.next(), cart, TestOrders.buyer(TestOrders.phone()), "cash_on_delivery");
                yield "had";
            }
            default ->
                transaction.execute(status -> {
                    var hold = HoldId.next();
                    stock.hold(
                            hold,
                            n % 3 == 1 ? Stock.Channel.TILL : Stock.Channel.STAND,
                            List.of(Stock.Wanted.any(product, 1)),
                            clock.instant().plusSeconds(60),
                            SELLER);
                    stock.sell(hold, SELLER);
                    return "had";
                });
        });

        assertThat(outcomes.stream().filter("had"::equals)).hasSize(1);
        assertThat(outcomes.stream().filter("market.stock.refusal.gone"::equals))
                .hasSize(49);
        assertThat(count("select count(*) from market.order_line where product_id = '" + product + "'"))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void aPriceThatChangedInTheCartIsNotPaidUnseen() {
        var product = market.onSale(1);
        var cart = some.cart(product);
        reprice(product, PRICE + 40_00);

        refused(
                "market.order.refusal.price",
                () -> some.place(Ids.next(), cart, TestOrders.buyer(TestOrders.phone()), "cash_on_delivery"));
        assertThat(market.piece(product).state()).isEqualTo(Piece.State.ON_SALE);

        var agreed = some.cash(product);
        assertThat(it(agreed.id()).goods()).isEqualTo(PRICE + 40_00);
    }

    @Test
    void whatWasSoldKeepsItsPriceAndParts() {
        var product = market.onSale(2);
        var order = some.cash(product).id();
        reprice(product, PRICE + 100_00);
        some.send(order);
        long maker = owedToMaker();
        sending.deliver(order, SELLER);

        assertThat(owedToMaker() - maker).isEqualTo(TO_MAKER);
        assertThat(count("select count(*) from market.earning where line_id in (select id from market.order_line"
                        + " where order_id = '" + order + "')"))
                .isEqualTo(1);
        assertThat(database.sql("""
            select has_column_privilege('qutb_application', 'market.order_line', 'price', 'update')
                or has_column_privilege('qutb_application', 'market.buyer_order', 'total', 'update')
            """).query(Boolean.class).single()).isFalse();
    }

    @Test
    void whatAMakerTakesBackWhileItIsInACartIsNotSold() {
        var product = market.onSale(1);
        var cart = some.cart(product);
        reviewing.withdraw(product, "maker", SELLER);

        refused(
                "market.order.refusal.gone",
                () -> some.place(Ids.next(), cart, TestOrders.buyer(TestOrders.phone()), "cash_on_delivery"));
    }

    @Test
    void whoeverIsInterruptedWhilePlacingLeavesNothing() {
        var product = market.onSale(1);
        var buyer = TestOrders.buyer(TestOrders.phone());

        // No acquirer is set up: the payment is refused after pieces and order are written.
        refused(
                "market.payment.refusal.method",
                () -> some.place(Ids.next(), some.cart(product), buyer, PaymentMethod.CARD));

        assertThat(count("select count(*) from market.buyer_order where phone = '" + buyer.phone() + "'"))
                .isZero();
        assertThat(market.piece(product).state()).isEqualTo(Piece.State.ON_SALE);
    }

    @Test
    void aTelephoneWithThreeOrdersThatWaitOrdersNoFourth() {
        var buyer = TestOrders.buyer(TestOrders.phone());
        for (int i = 0; i < 3; i++) {
            some.place(Ids.next(), some.cart(market.onSale(1)), buyer, "cash_on_delivery");
        }
        var product = market.onSale(1);

        refused(
                "market.order.refusal.waiting",
                () -> some.place(Ids.next(), some.cart(product), buyer, "cash_on_delivery"));
    }

    @Test
    void whatNobodyConfirmsInTimeIsForOthersAgain() {
        var product = market.onSale(1);
        var order = some.cash(product).id();
        assertThat(it(order).confirmUntil())
                .isEqualTo(Deadlines.after(clock.instant(), deliveries.terms().confirmDays()));

        late.end();
        assertThat(it(order).state()).isEqualTo(State.PLACED);
        clock.forward(Duration.ofDays(4));
        late.end();

        assertThat(it(order).state()).isEqualTo(State.CANCELLED);
        assertThat(market.piece(product).state()).isEqualTo(Piece.State.ON_SALE);
        refused("market.order.refusal.meanwhile", () -> keeping.confirm(order, "", SELLER));
    }

    @Test
    void anOrderIsCancelledWithAReasonUntilItIsSent() {
        var product = market.onSale(1);
        var order = some.cash(product).id();
        refused("market.order.refusal.reason", () -> keeping.cancel(order, " ", SELLER));
        keeping.confirm(order, "", SELLER);
        keeping.cancel(order, "المشتري غير رأيه", SELLER);

        assertThat(it(order).money()).isEqualTo(Money.NONE);
        assertThat(market.piece(product).state()).isEqualTo(Piece.State.ON_SALE);
        var sent = some.sent(market.onSale(1));
        refused("market.order.refusal.meanwhile", () -> keeping.cancel(sent, "late", SELLER));
        refused("market.order.refusal.unknown", () -> keeping.cancel(Ids.next(), "who", SELLER));
    }

    @Test
    void whatNobodyTakesComesBackAndThePoleBearsTheWay() {
        var product = market.onSale(1);
        var order = some.sent(product);
        long maker = owedToMaker();
        long wasted = balances.of(accounts.wasted());
        refused("market.order.refusal.reason", () -> sending.refused(order, "", SELLER));

        sending.refused(order, "لم يجب على الهاتف", SELLER);

        assertThat(it(order).money()).isEqualTo(Money.NONE);
        assertThat(market.piece(product).state()).isEqualTo(Piece.State.RECEIVED);
        assertThat(owedToMaker()).isEqualTo(maker);
        assertThat(balances.of(accounts.wasted()) - wasted).isEqualTo(FEE);
        refused("market.order.refusal.meanwhile", () -> sending.deliver(order, SELLER));
    }

    @Test
    void whatACarrierLosesItOwesAndTheMakerEarns() {
        var product = market.onSale(1);
        var order = some.sent(product);
        long maker = owedToMaker();
        long carrier = balances.of(carrier());

        sending.lost(order, "no trace since Agadir", SELLER);

        assertThat(market.piece(product).state()).isEqualTo(Piece.State.LOST);
        assertThat(owedToMaker() - maker).isEqualTo(TO_MAKER);
        assertThat(balances.of(carrier()) - carrier).isEqualTo(PRICE);
        assertThat(it(order).carrierOwes()).isEqualTo(PRICE);

        long loss = balances.of(accounts.loss());
        refused("market.order.refusal.reason", () -> cash.giveUp(order, "", SELLER));
        cash.giveUp(order, "refused in writing", SELLER);
        assertThat(balances.of(accounts.loss()) - loss).isEqualTo(PRICE);
        assertThat(balances.of(carrier())).isEqualTo(carrier);
        assertThat(owedToMaker() - maker).as("the maker does not bear it").isEqualTo(TO_MAKER);
        refused("market.order.refusal.meanwhile", () -> cash.giveUp(order, "again", SELLER));
    }

    @Test
    void moneyThatCameBeforeConfirmsTheOrderAndIsTheMakersOnlyWhenItIsDelivered() {
        var order = prepaid(market.onSale(1));
        var buyer = accounts.buyer(order, it(order).number());
        refused("market.order.refusal.not-paid", () -> keeping.confirm(order, "", SELLER));
        pay(order, buyer);
        assertThat(it(order).state()).isEqualTo(State.CONFIRMED);
        assertThat(balances.of(buyer)).isEqualTo(-PRICE - FEE);
        pay(order, null);

        keeping.ready(order, SELLER);
        sending.send(order, "EE1MA", SELLER);
        sending.deliver(order, SELLER);

        assertThat(balances.of(buyer)).isZero();
        assertThat(it(order).money()).isEqualTo(Money.PAID);
        assertThat(it(order).carrierOwes()).isZero();
    }

    @Test
    void whoPaidForWhatIsCancelledOrLostHasTheMoneyBackOnce() {
        var product = market.onSale(1);
        var order = prepaid(product);
        var buyer = accounts.buyer(order, it(order).number());
        pay(order, buyer);
        refused("market.order.refusal.meanwhile", () -> taking.refund(order, TakingBack.GivenBack.BANK, SELLER));
        keeping.cancel(order, "broken", SELLER);
        assertThat(it(order).money()).isEqualTo(Money.REFUND_DUE);

        taking.refund(order, TakingBack.GivenBack.BANK, SELLER);

        assertThat(balances.of(buyer)).isZero();
        refused("market.order.refusal.meanwhile", () -> taking.refund(order, TakingBack.GivenBack.BANK, SELLER));
    }

    @Test
    void moneyThatComesForACancelledOrderIsOwedBack() {
        var order = prepaid(market.onSale(1));
        keeping.withdrawBeforeSending(order);
        assertThat(payments.find(it(order).number())).isEmpty();

        transaction.executeWithoutResult(
                status -> payments.paid(order, PaymentId.next(), it(order).total()));

        assertThat(it(order).money()).isEqualTo(Money.REFUND_DUE);
    }

    @Test
    void moneyThatComesWhenSomebodyElseHasThePieceIsOwedBack() {
        var product = market.onSale(1);
        var order = prepaid(product);
        clock.forward(Duration.ofDays(30));
        some.cash(product);

        transaction.executeWithoutResult(
                status -> payments.paid(order, PaymentId.next(), it(order).total()));

        assertThat(it(order).state()).isEqualTo(State.CANCELLED);
        assertThat(it(order).money()).isEqualTo(Money.REFUND_DUE);
    }

    @Test
    void thePiecesWaitWhileTheBanksPageIsOpenAndGoBackWhenItIsClosed() {
        var product = market.onSale(1);
        var order = prepaid(product);
        var until = it(order).confirmUntil().plusSeconds(3600);
        transaction.executeWithoutResult(status -> payments.paying(order, until));
        assertThat(it(order).confirmUntil()).isEqualTo(until);

        transaction.executeWithoutResult(status -> payments.failed(order, PaymentId.next(), "abandoned"));

        assertThat(it(order).state()).isEqualTo(State.CANCELLED);
        assertThat(market.piece(product).state()).isEqualTo(Piece.State.ON_SALE);
    }

    @Test
    void whoComesToThePolePaysThere() {
        var order = some.place(
                        Ids.next(), some.cart(market.onSale(1)), TestOrders.atThePole(), PaymentMethod.AT_THE_POLE)
                .id();
        keeping.confirm(order, "", SELLER);
        keeping.ready(order, SELLER);
        refused("market.order.refusal.meanwhile", () -> sending.send(order, "EE1", SELLER));
        var till = accounts.hallTill();
        long before = balances.of(till);

        sending.handOver(order, SendingOrders.PaidAtThePole.CASH, SELLER);

        assertThat(balances.of(till) - before).isEqualTo(PRICE);
        assertThat(it(order).money()).isEqualTo(Money.PAID);
        assertThat(it(order).withdrawUntil()).isEqualTo(Deadlines.withdrawal(clock.instant()));
    }

    @Test
    void aParcelNeedsItsNumberAndSomethingToOrderItsPiece() {
        var product = toOrder();
        var order = some.place(
                        Ids.next(), some.cart(product), TestOrders.buyer(TestOrders.phone()), PaymentMethod.TRANSFER)
                .id();
        var buyer = accounts.buyer(order, it(order).number());
        pay(order, buyer);
        refused("market.order.refusal.unmade", () -> keeping.ready(order, SELLER));
        var line = orders.lines(order).getFirst().id();
        var other = market.onSale(1);
        refused(
                "market.order.refusal.piece",
                () -> keeping.assign(order, line, market.piece(other).serial(), SELLER));

        var made = pieces.make(product, 1, SELLER).getFirst();
        pieces.receive(made, places.called(PiecePlaces.HALL), SELLER);
        pieces.passInspection(made, "", SELLER);
        pieces.putOnSale(made, SELLER);
        var serial = market.pieces(product).stream()
                .filter(it -> it.id().equals(made))
                .findFirst()
                .orElseThrow()
                .serial();
        keeping.assign(order, line, serial.toLowerCase(java.util.Locale.ROOT), SELLER);
        refused("market.order.refusal.meanwhile", () -> keeping.assign(order, line, serial, SELLER));
        keeping.ready(order, SELLER);
        pay(order, buyer);
        refused("market.order.refusal.tracking", () -> sending.send(order, " ", SELLER));
        sending.send(order, "EE2MA", SELLER);
        sending.deliver(order, SELLER);

        refused("market.return.refusal.made", () -> ask(order, false, ""));
        assertThat(ask(order, true, "cracked")).isNotNull();
    }

    @Test
    void aBuyerChangesTheirMindWithinSevenDaysAndTheEarningsAreMirrored() {
        var product = market.onSale(1);
        long maker = owedToMaker();
        var order = some.delivered(product);
        var buyer = accounts.buyer(order, it(order).number());
        long bank = balances.of(accounts.bank());
        var key = Ids.next();
        var line = orders.lines(order).getFirst().id();
        var back = taking.ask(key, order, Set.of(line), false, "", SELLER);
        assertThat(taking.ask(key, order, Set.of(line), false, "", SELLER)).isEqualTo(back);
        refused("market.return.refusal.already", () -> ask(order, false, ""));
        refused("market.return.refusal.nothing", () -> taking.ask(Ids.next(), order, Set.of(), false, "", SELLER));
        assertThat(taking.of(order).getFirst().refundUntil())
                .isEqualTo(LocalDate.now(clock).plusDays(15));

        taking.receive(order, back, SELLER);
        assertThat(owedToMaker()).isEqualTo(maker);
        assertThat(balances.of(buyer)).isEqualTo(-PRICE - FEE);
        assertThat(market.piece(product).state()).isEqualTo(Piece.State.RECEIVED);
        assertThat(it(order).state()).isEqualTo(State.RETURNED);
        refused("market.order.refusal.meanwhile", () -> taking.receive(order, back, SELLER));

        taking.refund(order, back, TakingBack.GivenBack.BANK, SELLER);
        assertThat(balances.of(buyer)).isZero();
        assertThat(bank - balances.of(accounts.bank())).isEqualTo(PRICE + FEE);
        assertThat(it(order).carrierOwes()).as("the carrier still has the cash").isEqualTo(PRICE + FEE);
    }

    @Test
    void aRefundAfterThePayoutIsCarriedAsANegativeBalance() {
        var account = accounts.maker(market.cooperative());
        var order = some.delivered(market.onSale(1));
        long owed = -balances.of(account);
        ledger.post(
                Draft.of(accounts.book(), Ids.next(), Earnings.PAYOUT, LocalDate.now(clock))
                        .debit(account, owed)
                        .credit(accounts.bank(), owed),
                SELLER);
        var back = ask(order, true, "handle came off");

        taking.receive(order, back, SELLER);

        assertThat(balances.of(account)).isEqualTo(TO_MAKER);
        some.delivered(market.onSale(1));
        assertThat(balances.of(account)).isZero();
    }

    @Test
    void afterSevenDaysOnlyWhatIsFaultyComesBackAndADeclinedReturnCanBeAskedAgain() {
        var order = some.delivered(market.onSale(1));
        clock.forward(Duration.ofDays(9));
        refused("market.return.refusal.late", () -> ask(order, false, ""));
        refused("market.order.refusal.reason", () -> ask(order, true, " "));
        var back = ask(order, true, "torn");
        refused("market.order.refusal.reason", () -> taking.decline(order, back, "", SELLER));

        taking.decline(order, back, "worn, not torn", SELLER);

        refused("market.order.refusal.meanwhile", () -> taking.receive(order, back, SELLER));
        assertThat(ask(order, true, "look again")).isNotEqualTo(back);
    }

    @Test
    void oneOfTwoThingsComesBackAndTheOtherStaysSold() {
        var product = market.onSale(2);
        var cart = some.cart(product);
        var two = cart.with(cart.lines().getFirst().product(), 1, PRICE);
        var order = some.place(Ids.next(), two, TestOrders.buyer(TestOrders.phone()), "cash_on_delivery")
                .id();
        some.send(order);
        long maker = owedToMaker();
        sending.deliver(order, SELLER);
        assertThat(owedToMaker() - maker).isEqualTo(2 * TO_MAKER);

        var back = taking.ask(
                Ids.next(), order, Set.of(orders.lines(order).getFirst().id()), false, "", SELLER);
        taking.receive(order, back, SELLER);
        assertThat(invoices.of(order))
                .extracting(it -> it.credit() + " " + it.total())
                .containsExactly("false " + orders.find(order).orElseThrow().total(), "true " + PRICE);

        assertThat(owedToMaker() - maker).isEqualTo(TO_MAKER);
        assertThat(it(order).state()).isEqualTo(State.DELIVERED);
        assertThat(taking.of(order).getFirst().delivery()).isZero();
    }

    @Test
    void aCarriersListNamesWhatItHoldsOnce() {
        var order = some.delivered(market.onSale(1));
        var carrier = some.amana().carrier().id();
        var all = List.of(order);
        refused("market.cash.refusal.none", () -> cash.list(Ids.next(), carrier, "A", List.of(), 0, SELLER));
        refused("market.cash.refusal.reference", () -> cash.list(Ids.next(), carrier, " ", all, 0, SELLER));
        refused("market.cash.refusal.kept", () -> cash.list(Ids.next(), carrier, "A", all, PRICE + FEE + 1, SELLER));
        var key = Ids.next();
        var list = cash.list(key, carrier, "A-" + order, all, 0, SELLER);
        assertThat(cash.list(key, carrier, "A-" + order, all, 0, SELLER)).isEqualTo(list);
        refused("market.order.refusal.meanwhile", () -> cash.list(Ids.next(), carrier, "B", all, 0, SELLER));
        var other = List.of(some.delivered(market.onSale(1)));
        refused("market.cash.refusal.entered", () -> cash.list(Ids.next(), carrier, "A-" + order, other, 0, SELLER));
    }

    @Test
    void aStepOfAnOrderStaysAsItWas() {
        var order = some.cash(market.onSale(1)).id();

        assertThatThrownBy(() -> database.sql("update market.order_step set note = 'x' where order_id = :id")
                        .param("id", order)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(orders.steps(order)).extracting(OrderStep::act).containsExactly("placed");
    }

    private UUID ask(UUID order, boolean faulty, String reason) {
        return taking.ask(
                Ids.next(), order, Set.of(orders.lines(order).getFirst().id()), faulty, reason, SELLER);
    }

    private UUID prepaid(ProductId product) {
        var order = some.cash(product).id();
        // No acquirer is set up here: as if it had been chosen.
        database.sql("update market.buyer_order set method = 'card' where id = :id")
                .param("id", order)
                .update();
        return order;
    }

    /** As a payment does it; without an account, told again. */
    private void pay(UUID order, @org.jspecify.annotations.Nullable AccountId buyer) {
        transaction.executeWithoutResult(status -> {
            long due = it(order).due() > 0 ? it(order).due() : it(order).total();
            payments.paid(order, PaymentId.next(), due);
            if (buyer != null) {
                ledger.post(
                        Draft.of(accounts.book(), Ids.next(), "market-prepaid", LocalDate.now(clock))
                                .debit(accounts.bank(), due)
                                .credit(buyer, due),
                        SELLER);
            }
        });
    }

    private ProductId toOrder() {
        var id = market.described(market.cooperative(), 3);
        describing.howMany(id, Product.Kind.TO_ORDER, 1, 20, SELLER);
        describing.price(id, PRICE, 210_00, 16, SELLER);
        reviewing.propose(id, SELLER);
        return reviewing.accept(id, SELLER);
    }

    private void reprice(ProductId product, long price) {
        database.sql(
                        "update market.product set price = :price, part_maker = part_maker + :price - price where id = :id")
                .param("price", price)
                .param("id", product.value())
                .update();
    }

    private BuyerOrder it(UUID order) {
        return orders.find(order).orElseThrow();
    }

    private long owedToMaker() {
        return -balances.of(accounts.maker(market.cooperative()));
    }

    private AccountId carrier() {
        var amana = some.amana().carrier();
        return accounts.carrier(amana.id(), amana.name().arabic());
    }

    private long held() {
        return remittances.held().stream()
                .filter(it -> it.carrier().equals(some.amana().carrier().id()))
                .mapToLong(RemittanceTable.Held::all)
                .sum();
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    private static List<String> atOnce(int many, java.util.function.IntFunction<String> act) throws Exception {
        var together = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, many)
                    .mapToObj(n -> people.submit(() -> {
                        together.await();
                        try {
                            return act.apply(n);
                        } catch (Refusal refusal) {
                            return refusal.code();
                        }
                    }))
                    .toList();
            together.countDown();
            var outcomes = new java.util.ArrayList<String>();
            for (var one : all) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
