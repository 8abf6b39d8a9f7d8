package ma.qutb.market.till;

import static ma.qutb.market.TestMarket.PRICE;
import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.HoldId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.Piece;
import ma.qutb.market.Stock;
import ma.qutb.market.TestMarket;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.invoice.Invoices;
import ma.qutb.market.product.ReviewingProducts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@MarketModuleTest
@Import(TestTill.class)
@TestPropertySource(properties = "qutb.test.database=qutb_till")
class HallTillTests {

    @Autowired
    TestTill hall;

    @Autowired
    TestMarket market;

    @Autowired
    ScanningTags scanning;

    @Autowired
    TakingBackAtTheHall taking;

    @Autowired
    InvoicingTourists invoicing;

    @Autowired
    ReviewingProducts reviewing;

    @Autowired
    Stock stock;

    @Autowired
    MarketAccounts accounts;

    @Autowired
    TillMoney money;

    @Autowired
    Balances balances;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    private HallTill till;
    private Piece piece;

    @BeforeEach
    void anOpenTillAndACarpet() {
        clock.forward(Duration.ofMinutes(1));
        till = hall.open();
        piece = market.piece(market.onSale(1));
    }

    @Test
    void aScannedPieceIsSoldForCashAndItsMakerEarns() {
        long before = balances.of(accounts.maker(market.cooperative()));

        var sale = hall.sold(hall.sell(till, hall.scanned(till, piece), PRICE, Paying.dirhams(700_00)));

        assertThat(sale.number()).matches("C[0-9]{2}-[0-9]{6}");
        assertThat(sale.change()).isEqualTo(700_00 - PRICE);
        assertThat(hall.holds(till, Currency.MAD)).isEqualTo(1_000_00 + PRICE);
        assertThat(state()).isEqualTo(Piece.State.SOLD);
        var parts = sale.lines().getFirst().parts();
        assertThat(balances.of(accounts.maker(market.cooperative())) - before).isEqualTo(-parts.toMaker());
    }

    @Test
    void aTagIsReadAsACodeAnAddressOrTheShortCodeThatIsTyped() {
        var code = database.sql("select code from market.passport where piece_id = :id")
                .param("id", piece.id().value())
                .query(String.class)
                .single();
        for (var tag : List.of(
                piece.serial().toLowerCase(java.util.Locale.ROOT),
                "https://qutb.example/p/" + piece.serial() + "?x=1#eyJhbGciOiJFZERTQSJ9.Q999999999",
                "https://qutb.example/01/06111234567890/21/" + piece.serial(),
                code.substring(0, 4) + "-" + code.substring(4))) {
            var cart = Ids.next();
            scanning.scan(cart, till.id(), tag, SELLER);
            assertThat(state()).isEqualTo(Piece.State.HELD);
            scanning.putBack(cart, piece.id(), SELLER);
            assertThat(state()).isEqualTo(Piece.State.ON_SALE);
        }
    }

    @Test
    void whatCannotBeSoldIsRefusedInWordsOfItsOwn() {
        var cart = hall.scanned(till, piece);
        refused("market.till.refusal.in-cart", () -> scanning.scan(cart, till.id(), piece.serial(), SELLER));
        refused("market.till.refusal.held-here", () -> hall.scanned(till, piece));
        refused("market.till.refusal.unknown-tag", () -> scanning.scan(cart, till.id(), "Q999999999", SELLER));
        refused("market.passport.refusal.mistyped", () -> scanning.scan(cart, till.id(), "23456789", SELLER));

        var online = market.piece(market.onSale(1));
        stock.hold(
                HoldId.next(),
                Stock.Channel.STORE,
                List.of(Stock.Wanted.exactly(online)),
                clock.instant().plusSeconds(600),
                SELLER);
        refused("market.till.refusal.held-online", () -> hall.scanned(till, online));

        hall.sell(till, cart, PRICE, Paying.dirhams(PRICE));
        refused("market.till.refusal.sold", () -> hall.scanned(till, piece));

        var atHome = market.piece(market.accepted(1));
        refused("market.till.refusal.not-yet", () -> hall.scanned(till, atHome));

        var product = market.onSale(1);
        var withdrawn = market.piece(product);
        reviewing.withdraw(product, "the maker stops", SELLER);
        refused("market.till.refusal.not-for-sale", () -> hall.scanned(till, withdrawn));
    }

    @Test
    void whoLooksLongForThePurseStillBuysUnlessSomebodyElseDid() {
        var cart = hall.scanned(till, piece);
        clock.forward(ScanningTags.HELD.plusMinutes(1));
        hall.sell(till, cart, PRICE, Paying.dirhams(PRICE));
        assertThat(state()).isEqualTo(Piece.State.SOLD);

        var other = market.piece(market.onSale(1));
        var late = hall.scanned(till, other);
        clock.forward(ScanningTags.HELD.plusMinutes(1));
        stock.hold(
                HoldId.next(),
                Stock.Channel.STORE,
                List.of(Stock.Wanted.exactly(other)),
                clock.instant().plusSeconds(600),
                SELLER);
        refused("market.till.refusal.held-online", () -> hall.sell(till, late, PRICE, Paying.dirhams(PRICE)));
    }

    @Test
    void theSameCartSentTwiceAtOnceIsSoldOnce() throws Exception {
        var cart = hall.scanned(till, piece);
        Callable<UUID> sale = () -> hall.sell(till, cart, PRICE, Paying.dirhams(PRICE));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var sales = threads.invokeAll(List.of(sale, sale, sale, sale));
            var first = sales.getFirst().get();
            for (var each : sales) {
                assertThat(each.get()).isEqualTo(first);
            }
        }

        assertThat(hall.holds(till, Currency.MAD)).isEqualTo(1_000_00 + PRICE);
    }

    @Test
    void nothingIsSoldFromAClosedTillAnEmptyCartOrForAnotherTotal() {
        var closed = hall.closed();
        refused(
                "market.till.refusal.closed",
                () -> hall.sell(closed, hall.scanned(closed, piece), PRICE, Paying.dirhams(PRICE)));
        refused("market.till.refusal.empty", () -> hall.sell(till, Ids.next(), 0, Paying.dirhams(0)));
        var other = market.piece(market.onSale(1));
        var cart = hall.scanned(till, other);
        refused("market.till.refusal.price", () -> hall.sell(till, cart, PRICE - 1, Paying.dirhams(PRICE)));
    }

    @Test
    void eurosAndDollarsLieApartAndTheChangeIsInDirhams() {
        hall.rate();
        // 100 euros are 1 080 dirhams.
        var paying = new Paying(Map.of(Currency.EUR, 100_00L), 0, "");

        hall.sell(till, hall.scanned(till, piece), PRICE, paying);

        assertThat(hall.holds(till, Currency.EUR)).isEqualTo(100_00);
        assertThat(hall.holds(till, Currency.USD)).isZero();
        assertThat(hall.holds(till, Currency.MAD)).isEqualTo(1_000_00 - (1_080_00 - PRICE));
        assertThat(balances.of(money.worth(till, Currency.EUR))).isEqualTo(1_080_00);
    }

    @Test
    void aCardIsRecordedAndPartsOfItAreCash() {
        long terminal = balances.of(money.terminal());

        var sale = hall.sold(hall.sell(
                till, hall.scanned(till, piece), PRICE, new Paying(Map.of(Currency.MAD, 200_00L), 500_00, "0042")));

        assertThat(sale.means()).isEqualTo("mixed");
        assertThat(sale.change()).isEqualTo(20_00);
        assertThat(balances.of(money.terminal()) - terminal).isEqualTo(500_00);
        assertThat(hall.holds(till, Currency.MAD)).isEqualTo(1_000_00 + 180_00);
    }

    @Test
    void noMoreChangeIsGivenThanThereIs() {
        hall.rate();
        var paying = new Paying(Map.of(Currency.EUR, 200_00L), 0, "");

        refused("market.till.refusal.no-change", () -> hall.sell(till, hall.scanned(till, piece), PRICE, paying));
        assertThat(hall.holds(till, Currency.EUR)).isZero();
    }

    @Test
    void whatComesBackIsPaidBackMirroredCreditedAndInspectedAgain() {
        long before = balances.of(accounts.maker(market.cooperative()));
        var sale = hall.sold(hall.sell(till, hall.scanned(till, piece), PRICE, Paying.dirhams(PRICE)));
        invoicing.issue(sale, tourist(), SELLER);
        var back = back(sale, false, false);

        var id = taking.takeBack(back, SELLER);

        assertThat(taking.takeBack(back, SELLER)).isEqualTo(id);
        assertThat(hall.holds(till, Currency.MAD)).isEqualTo(1_000_00);
        assertThat(balances.of(accounts.maker(market.cooperative()))).isEqualTo(before);
        assertThat(state()).isEqualTo(Piece.State.RECEIVED);
        assertThat(invoicing.of(sale)).extracting(Invoices.Issued::credit).containsExactly(false, true);
        refused("market.till.refusal.back-already", () -> taking.takeBack(back(sale, false, false), SELLER));
    }

    @Test
    void aReturnHasATermAReasonAndItsMeansOfPayment() {
        var sale = hall.sold(hall.sell(till, hall.scanned(till, piece), PRICE, Paying.byCard(PRICE, "0042")));
        refused(
                "market.till.refusal.nothing-back",
                () -> taking.takeBack(
                        new TakingBackAtTheHall.Back(Ids.next(), sale.id(), Set.of(), false, "x", false, ""), SELLER));
        refused(
                "market.till.refusal.reason",
                () -> taking.takeBack(
                        new TakingBackAtTheHall.Back(Ids.next(), sale.id(), lines(sale), false, " ", false, ""),
                        SELLER));
        refused(
                "market.till.refusal.slip",
                () -> taking.takeBack(
                        new TakingBackAtTheHall.Back(Ids.next(), sale.id(), lines(sale), false, "x", true, ""),
                        SELLER));
        clock.forward(TakingBackAtTheHall.TERM.plusSeconds(1));
        refused("market.till.refusal.late", () -> taking.takeBack(back(sale, false, true), SELLER));
        long terminal = balances.of(money.terminal());

        taking.takeBack(back(sale, true, true), SELLER);

        assertThat(balances.of(money.terminal()) - terminal).isEqualTo(-PRICE);
        var cash = hall.sold(
                hall.sell(till, hall.scanned(till, market.piece(market.onSale(1))), PRICE, Paying.dirhams(PRICE)));
        refused("market.till.refusal.was-cash", () -> taking.takeBack(back(cash, false, true), SELLER));
    }

    @Test
    void aTouristsInvoiceIsIssuedOnceAndIsNoExport() {
        var sale = hall.sold(hall.sell(till, hall.scanned(till, piece), PRICE, Paying.dirhams(PRICE)));
        refused(
                "market.till.refusal.no-name",
                () -> invoicing.issue(sale, new InvoicingTourists.Tourist(" ", "", "", ""), SELLER));

        var issued = invoicing.issue(sale, tourist(), SELLER);

        assertThat(issued).hasSize(1);
        assertThat(issued.getFirst().total()).isEqualTo(PRICE);
        assertThat(invoicing.issue(sale, tourist(), SELLER)).isEqualTo(issued);
        assertThat(database.sql("select count(*) from market.export where sale_id = :id")
                        .param("id", sale.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void afterAReturnNoInvoiceIsIssuedForAllOfIt() {
        var sale = hall.sell(till, hall.scanned(till, piece), PRICE, Paying.dirhams(PRICE));
        taking.takeBack(back(hall.sold(sale), false, false), SELLER);

        refused("market.till.refusal.came-back", () -> invoicing.issue(hall.sold(sale), tourist(), SELLER));
    }

    private static InvoicingTourists.Tourist tourist() {
        return new InvoicingTourists.Tourist("Jean Dupont", "14AB12345", "France", "");
    }

    private static TakingBackAtTheHall.Back back(TillSale sale, boolean faulty, boolean byCard) {
        return new TakingBackAtTheHall.Back(
                Ids.next(), sale.id(), lines(sale), faulty, "لم يعجبها اللون", byCard, byCard ? "0043" : "");
    }

    private static Set<UUID> lines(TillSale sale) {
        return sale.lines().stream().map(TillSale.Line::id).collect(java.util.stream.Collectors.toSet());
    }

    private Piece.State state() {
        return market.piece(piece.product()).state();
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
