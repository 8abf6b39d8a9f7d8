package ma.qutb.market.till;

import static ma.qutb.market.TestMarket.PRICE;
import static ma.qutb.market.TestMarket.SELLER;
import static ma.qutb.market.till.TestTill.DIRECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.Piece;
import ma.qutb.market.TestMarket;
import ma.qutb.market.earning.MarketAccounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Counting, and selling from what a device has for itself: a till is not closed over what is still on a device. */
@MarketModuleTest
@Import(TestTill.class)
@TestPropertySource(properties = "qutb.test.database=qutb_till")
class HallCountTests {

    @Autowired
    TestTill hall;

    @Autowired
    TestMarket market;

    @Autowired
    KeepingHallTill keeping;

    @Autowired
    HallTills tills;

    @Autowired
    HallSessionTable sessions;

    @Autowired
    AllottingPieces allotting;

    @Autowired
    SellingAllottedPieces selling;

    @Autowired
    MarketAccounts accounts;

    @Autowired
    TillMoney money;

    @Autowired
    Balances balances;

    @Autowired
    StandingClock clock;

    private HallTill till;

    @BeforeEach
    void anOpenTill() {
        clock.forward(Duration.ofMinutes(1));
        hall.rate();
        till = hall.open();
    }

    @Test
    void aTillThatIsEvenInEachCurrencyIsClosedByItsCount() {
        sell(Map.of(Currency.EUR, 100_00L));

        var session = keeping.count(till, Map.of(Currency.MAD, 1_000_00 - 400_00L, Currency.EUR, 100_00L), SELLER);

        assertThat(session.state()).isEqualTo("closed");
        assertThat(session.at("closing")).allMatch(it -> it.difference() == 0);
        refused("market.till.refusal.closed", () -> keeping.count(till, Map.of(), SELLER));
        refused("market.till.refusal.not-counted", () -> keeping.explain(session.id(), "x", SELLER));
        // The next day begins with what was left.
        keeping.open(Ids.next(), till, Map.of(Currency.MAD, 600_00L, Currency.EUR, 100_00L), "", false, SELLER);
    }

    @Test
    void aDifferenceOfEachCurrencyIsExplainedByOneAndAgreedToByAnother() {
        sell(Map.of(Currency.EUR, 100_00L));
        var counted = keeping.count(till, Map.of(Currency.MAD, 590_00L, Currency.EUR, 95_00L), SELLER);
        assertThat(counted.state()).isEqualTo("counted");
        refused("market.till.refusal.closed", () -> hall.sell(till, hall.scanned(till, piece()), PRICE, cash()));
        refused("market.till.refusal.closing-reason", () -> keeping.explain(counted.id(), " ", SELLER));

        keeping.explain(counted.id(), "خطأ في الباقي", SELLER);

        assertThat(sessions.find(counted.id()).orElseThrow().differences()).hasSize(2);
        refused(
                "market.till.refusal.second-person",
                () -> keeping.approve(till, counted.id(), "closing", Currency.EUR, SELLER));
        long difference = balances.of(accounts.counting());
        keeping.approve(till, counted.id(), "closing", Currency.EUR, DIRECTOR);
        keeping.approve(till, counted.id(), "closing", Currency.MAD, DIRECTOR);
        refused(
                "market.till.refusal.approved",
                () -> keeping.approve(till, counted.id(), "closing", Currency.MAD, DIRECTOR));

        assertThat(hall.holds(till, Currency.MAD)).isEqualTo(590_00);
        assertThat(hall.holds(till, Currency.EUR)).isEqualTo(95_00);
        // Five of a hundred euros that were taken for 1 080 dirhams, and ten dirhams.
        assertThat(balances.of(accounts.counting()) - difference).isEqualTo(54_00 + 10_00);
        assertThat(balances.of(money.worth(till, Currency.EUR))).isEqualTo(1_080_00 - 54_00);
    }

    @Test
    void anOpeningThatDiffersNeedsAReasonAndATillIsOpenedOnce() {
        var other = hall.closed();
        refused(
                "market.till.refusal.opening-reason",
                () -> keeping.open(Ids.next(), other, Map.of(Currency.MAD, 5_00L), "", false, SELLER));
        var key = Ids.next();
        var first = keeping.open(key, other, Map.of(Currency.MAD, 5_00L), "وُجدت في الصندوق", false, SELLER);

        assertThat(keeping.open(key, other, Map.of(), "", false, SELLER)).isEqualTo(first);
        refused("market.till.refusal.open-already", () -> hall.open(other, 5_00));
    }

    @Test
    void moneyIsMovedOnceForAReasonAndNeverBelowWhatIsThere() {
        var out = HallMovement.dirhams(Ids.next(), HallMovement.Kind.OUT, 100_00, "أكياس");
        keeping.move(till, out, SELLER);
        keeping.move(till, out, SELLER);
        keeping.move(till, HallMovement.dirhams(Ids.next(), HallMovement.Kind.IN, 30_00, "وُجدت"), SELLER);
        assertThat(hall.holds(till, Currency.MAD)).isEqualTo(930_00);

        refused("market.till.refusal.less", () -> move(HallMovement.Kind.DEPOSIT, 930_01, "B-2"));
        refused("market.till.refusal.reason", () -> move(HallMovement.Kind.DEPOSIT, 900_00, " "));
        refused("market.till.refusal.amount", () -> move(HallMovement.Kind.DEPOSIT, 0, "B-2"));
        move(HallMovement.Kind.DEPOSIT, 900_00, "B-2");
        assertThat(hall.holds(till, Currency.MAD)).isEqualTo(30_00);
    }

    @Test
    void theBankTakesForeignNotesAndTheRestIsAGainOrACostOfExchange() {
        sell(Map.of(Currency.EUR, 100_00L));
        long exchange = balances.of(accounts.exchange());

        keeping.move(
                till,
                new HallMovement(Ids.next(), HallMovement.Kind.DEPOSIT, Currency.EUR, 50_00, 530_00, "B-3"),
                SELLER);

        assertThat(hall.holds(till, Currency.EUR)).isEqualTo(50_00);
        assertThat(balances.of(money.worth(till, Currency.EUR))).isEqualTo(540_00);
        assertThat(balances.of(accounts.exchange()) - exchange).isEqualTo(10_00);
        keeping.move(
                till,
                new HallMovement(Ids.next(), HallMovement.Kind.DEPOSIT, Currency.EUR, 50_00, 545_00, "B-4"),
                SELLER);
        assertThat(balances.of(money.worth(till, Currency.EUR))).isZero();
    }

    @Test
    void twoTillsDoNotShareAName() {
        refused("market.till.refusal.name", () -> tills.add(till.name(), till.place(), DIRECTOR));
    }

    @Test
    void whatADeviceHasNobodyElseSellsAndItsSaleArrivesOnce() {
        var piece = piece();
        var device = UUID.randomUUID();
        var allotment = allot(device, piece);
        refused("market.till.refusal.held-here", () -> hall.scanned(till, piece));
        refused("market.till.refusal.has-some", () -> allot(device, piece()));
        refused(
                "market.till.refusal.nothing-to-allot",
                () -> allotting.allot(UUID.randomUUID(), "x", till, Ids.next(), SELLER));
        clock.forward(Duration.ofHours(5));
        var sale = delivery(piece, PRICE, 700_00);

        var first = selling.deliver(allotment, sale, SELLER);

        assertThat(selling.deliver(allotment, sale, SELLER)).isEqualTo(first);
        assertThat(hall.holds(till, Currency.MAD)).isEqualTo(1_000_00 + PRICE);
        assertThat(hall.sold(first).device()).isEqualTo(device);
        refused(
                "market.till.refusal.not-allotted",
                () -> selling.deliver(allotment, delivery(piece, PRICE, PRICE), SELLER));
    }

    @Test
    void aDeviceSellsAtThePriceOfItsMomentAndForEnough() {
        var piece = piece();
        var allotment = allot(UUID.randomUUID(), piece);

        refused(
                "market.till.refusal.price",
                () -> selling.deliver(allotment, delivery(piece, PRICE - 1, PRICE), SELLER));
        refused(
                "market.till.refusal.not-enough",
                () -> selling.deliver(allotment, delivery(piece, PRICE, PRICE - 1), SELLER));
    }

    @Test
    void aTillDoesNotCloseWhileADeviceMayHoldSales() {
        var sold = piece();
        var left = piece();
        var allotment = allot(UUID.randomUUID(), sold, left);
        selling.deliver(allotment, delivery(sold, PRICE, PRICE), SELLER);
        refused("market.till.refusal.unsent", () -> keeping.count(till, Map.of(), SELLER));

        allotting.giveBack(allotment, SELLER);

        assertThat(market.piece(left.product()).state()).isEqualTo(Piece.State.ON_SALE);
        assertThat(market.piece(sold.product()).state()).isEqualTo(Piece.State.SOLD);
        assertThat(keeping.count(till, Map.of(Currency.MAD, 1_000_00 + PRICE), SELLER)
                        .state())
                .isEqualTo("closed");
        refused("market.till.refusal.allotment-over", () -> allotting.giveBack(allotment, SELLER));
        refused(
                "market.till.refusal.allotment-over",
                () -> selling.deliver(allotment, delivery(left, PRICE, PRICE), SELLER));
    }

    private UUID allot(UUID device, Piece... pieces) {
        return allotting.allot(device, "هاتف", till, hall.scanned(till, pieces), SELLER);
    }

    private SellingAllottedPieces.Delivery delivery(Piece piece, long total, long given) {
        return new SellingAllottedPieces.Delivery(
                Ids.next(), List.of(piece.serial()), total, given, now(), Language.AR);
    }

    private Instant now() {
        return clock.instant();
    }

    private Piece piece() {
        return market.piece(market.onSale(1));
    }

    private static Paying cash() {
        return Paying.dirhams(PRICE);
    }

    private void sell(Map<Currency, Long> cash) {
        hall.sell(till, hall.scanned(till, piece()), PRICE, new Paying(cash, 0, ""));
    }

    private void move(HallMovement.Kind kind, long amount, String reason) {
        keeping.move(till, HallMovement.dirhams(Ids.next(), kind, amount, reason), SELLER);
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
