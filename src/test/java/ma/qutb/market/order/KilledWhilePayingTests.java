package ma.qutb.market.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.proof.CleanLedger;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.Piece;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.payment.PaymentMethod;
import ma.qutb.market.payment.Payments;
import ma.qutb.market.payment.fake.FakeAcquirer;
import ma.qutb.market.payment.fake.Telling;
import ma.qutb.support.ApplicationProcess;
import ma.qutb.support.FakeBank;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The shop is killed between the bank's taking the money and the order's being paid. The bank tells again, and there is one paid order,
 * whichever moment it was.
 */
@MarketModuleTest
@Import(CleanLedger.class)
@TestPropertySource(properties = "qutb.test.database=qutb_killed_paying")
@Timeout(600)
class KilledWhilePayingTests {

    private static final int PORT = 18478;
    /** Again and again for some minutes, as acquirers do for hours. */
    private static final FakeAcquirer BANK = bank();

    @TempDir
    Path folder;

    @Autowired
    TestMarket market;

    @Autowired
    PlacingOrders placing;

    @Autowired
    KeepingOrders keeping;

    @Autowired
    SendingOrders sending;

    @Autowired
    OrderTable orders;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Payments payments;

    @Autowired
    MarketAccounts accounts;

    @Autowired
    Balances balances;

    @Autowired
    CleanLedger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource source;

    @Autowired
    Environment environment;

    private ProductId product;
    private Placed placed;
    private final ma.qutb.market.payment.Buyer buyer = new ma.qutb.market.payment.Buyer();

    private static FakeAcquirer bank() {
        try {
            return FakeAcquirer.start(0, FakeBank.CLIENT, FakeBank.KEY, new Telling(30, Duration.ofMillis(500)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void cards(DynamicPropertyRegistry properties) {
        properties.add("qutb.market.cmi.client", () -> FakeBank.CLIENT);
        properties.add("qutb.market.cmi.store-key", () -> FakeBank.KEY);
        properties.add("qutb.market.cmi.address", () -> BANK.address().toString());
    }

    @AfterAll
    static void closeTheBank() {
        BANK.close();
    }

    @BeforeEach
    void placeAnOrder() {
        var some = new TestOrders(placing, keeping, sending, deliveries, database);
        product = market.onSale(1);
        placed = some.place(Ids.next(), some.cart(product), TestOrders.buyer(TestOrders.phone()), PaymentMethod.CARD);
    }

    @Test
    void killedBeforeTheBankTellsUs() throws Exception {
        CompletableFuture<?> paying;
        try (var shop = shop()) {
            leadToTheBank(shop);
            shop.kill();
            paying = pays();
        }
        try (var _ = shop()) {
            isPaidOnce(paying);
        }
    }

    @Test
    void killedInTheMiddleOfBeingTold() throws Exception {
        CompletableFuture<?> paying;
        try (var shop = shop();
                var hold = source.getConnection()) {
            leadToTheBank(shop);
            lockTheOrder(hold);
            paying = pays();
            awaits("the shop is about to write that it is paid", this::somebodyWaits);
            shop.kill();
            hold.rollback();
        }
        assertThat(orders.find(placed.id()).orElseThrow().money())
                .as("nothing of it was kept")
                .isEqualTo(Money.AWAITED);
        try (var _ = shop()) {
            isPaidOnce(paying);
        }
    }

    private ApplicationProcess shop() throws Exception {
        return ApplicationProcess.start(
                PORT,
                folder,
                Map.of(
                        "QUTB_DB_URL", environment.getRequiredProperty("qutb.db.url"),
                        "QUTB_DB_USER", environment.getRequiredProperty("qutb.db.user"),
                        "QUTB_DB_PASSWORD", environment.getRequiredProperty("qutb.db.password"),
                        "QUTB_KEY", environment.getRequiredProperty("qutb.key"),
                        "QUTB_CMI_CLIENT", FakeBank.CLIENT,
                        "QUTB_CMI_STORE_KEY", FakeBank.KEY,
                        "QUTB_CMI_ADDRESS", BANK.address().toString()));
    }

    private void leadToTheBank(ApplicationProcess shop) {
        var payment = payments.of(placed.id()).getFirst().id();
        buyer.opens(shop.address(payments.path(payment, Language.FR))).sends(Map.of());
        assertThat(buyer.page.body()).contains("730.00 MAD");
    }

    /** The bank's page answers once we were told, or it gave up. */
    private CompletableFuture<?> pays() {
        return CompletableFuture.runAsync(() -> buyer.sends(Map.of("choice", "pay")));
    }

    private void lockTheOrder(Connection hold) throws Exception {
        hold.setAutoCommit(false);
        try (var statement = hold.prepareStatement("select from market.buyer_order where id = ? for update")) {
            statement.setObject(1, placed.id());
            statement.execute();
        }
    }

    private boolean somebodyWaits() {
        // What others ask is not shown to the application's role; what they wait for is.
        return database.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void awaits(String what, Callable<Boolean> happened) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!happened.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(100);
        }
    }

    private void isPaidOnce(CompletableFuture<?> paying) throws Exception {
        paying.join();
        var order = orders.find(placed.id()).orElseThrow();
        assertThat(order.money()).isEqualTo(Money.PAID);
        assertThat(order.state()).isEqualTo(State.CONFIRMED);
        assertThat(payments.of(placed.id()))
                .singleElement()
                .extracting(Payments.Standing::state)
                .isEqualTo(Payments.State.PAID);
        assertThat(market.piece(product).state()).isEqualTo(Piece.State.HELD);
        assertThat(BANK.told().stream().filter(it -> it.number().startsWith(placed.number() + "-")))
                .singleElement()
                .matches(FakeAcquirer.Told::captured);
        assertThat(orders.steps(placed.id())).extracting(OrderStep::act).containsOnlyOnce("paid", "confirmed");
        assertThat(-balances.of(accounts.buyer(placed.id(), placed.number()))).isEqualTo(order.total());
        assertThat(ledger.damage()).isEmpty();
    }
}
