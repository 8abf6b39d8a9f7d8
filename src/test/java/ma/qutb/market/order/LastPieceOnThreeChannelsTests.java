package ma.qutb.market.order;

import static ma.qutb.market.TestMarket.PRICE;
import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.Piece;
import ma.qutb.market.TestMarket;
import ma.qutb.market.till.AllottingPieces;
import ma.qutb.market.till.HallTill;
import ma.qutb.market.till.Paying;
import ma.qutb.market.till.SellingAllottedPieces;
import ma.qutb.market.till.SellingAtTheHall;
import ma.qutb.market.till.TestTill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The store's checkout, the till, and devices that sell without network and tell it hours later: one piece has one buyer. */
@MarketModuleTest
@Import({TestTill.class, TestOrders.class})
@TestPropertySource(properties = "qutb.test.database=qutb_three_channels")
class LastPieceOnThreeChannelsTests {

    private static final int BUYERS = 50;

    @Autowired
    TestTill hall;

    @Autowired
    TestOrders orders;

    @Autowired
    TestMarket market;

    @Autowired
    SellingAtTheHall selling;

    @Autowired
    AllottingPieces allotting;

    @Autowired
    SellingAllottedPieces allotted;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    private HallTill till;
    private Piece piece;

    @BeforeEach
    void oneLastPiece() {
        clock.forward(Duration.ofMinutes(1));
        till = hall.open();
        piece = market.piece(market.onSale(1));
    }

    @Test
    void theLastPieceBoughtByFiftyAtOnceOnThreeChannelsHasOneBuyer() throws Exception {
        var queues = new ArrayList<Optional<UUID>>();
        int online = 0;
        for (var outcome : atOnce()) {
            var said = outcome.get();
            online += said.bought ? 1 : 0;
            said.device.ifPresent(it -> queues.add(Optional.of(it)));
        }
        clock.forward(Duration.ofHours(6));
        int late = 0;
        for (var queue : queues) {
            var sale = new SellingAllottedPieces.Delivery(
                    Ids.next(),
                    List.of(piece.serial()),
                    PRICE,
                    PRICE,
                    clock.instant().minus(Duration.ofHours(3)),
                    Language.AR);
            allotted.deliver(queue.orElseThrow(), sale, SELLER);
            allotted.deliver(queue.orElseThrow(), sale, SELLER);
            late++;
        }

        assertThat(online + late).isEqualTo(1);
        assertThat(sold()).isEqualTo(1);
    }

    /** What a buyer got: the piece, or a device that sold it and has yet to say so. */
    private record Outcome(boolean bought, Optional<UUID> device) {
        static final Outcome BOUGHT = new Outcome(true, Optional.empty());
        static final Outcome NOTHING = new Outcome(false, Optional.empty());
    }

    private List<Future<Outcome>> atOnce() throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(BUYERS)) {
            var outcomes = new ArrayList<Future<Outcome>>();
            for (int n = 0; n < BUYERS; n++) {
                var act = act(n);
                outcomes.add(threads.submit(() -> {
                    start.await();
                    try {
                        return act.call();
                    } catch (Refusal refusal) {
                        return Outcome.NOTHING;
                    }
                }));
            }
            start.countDown();
            return outcomes;
        }
    }

    private Callable<Outcome> act(int n) {
        return switch (n % 3) {
            case 0 ->
                () -> {
                    orders.cash(piece.product());
                    return Outcome.BOUGHT;
                };
            case 1 ->
                () -> {
                    selling.sell(
                            new SellingAtTheHall.Agreed(
                                    hall.scanned(till, piece), till.id(), PRICE, Paying.dirhams(PRICE), Language.AR),
                            SELLER);
                    return Outcome.BOUGHT;
                };
            default ->
                () -> new Outcome(
                        false,
                        Optional.of(
                                allotting.allot(UUID.randomUUID(), "هاتف", till, hall.scanned(till, piece), SELLER)));
        };
    }

    private long sold() {
        return database.sql("""
            select (select count(*) from market.till_line where piece_id = :piece)
                 + (select count(*) from market.order_line where piece_id = :piece)
            """)
                .param("piece", piece.id().value())
                .query(Long.class)
                .single();
    }
}
