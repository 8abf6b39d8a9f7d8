package ma.qutb.market.stock;

import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.HoldId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.Piece;
import ma.qutb.market.ProductId;
import ma.qutb.market.Stock;
import ma.qutb.market.Stock.Channel;
import ma.qutb.market.Stock.Wanted;
import ma.qutb.market.TestMarket;
import ma.qutb.market.product.ReviewingProducts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarketModuleTest
class LastPieceTests {

    @Autowired
    TestMarket market;

    @Autowired
    Stock stock;

    @Autowired
    HoldingPieces holding;

    @Autowired
    ReviewingProducts reviewing;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StandingClock clock;

    @Test
    void theLastPieceBoughtByFiftyAtOnceOnThreeChannelsIsSoldOnce() throws Exception {
        var product = market.onSale(1);

        var outcomes = atOnce(50, n -> () -> buy(product, Channel.values()[n % 3]));

        assertThat(outcomes.stream().filter("bought"::equals)).hasSize(1);
        assertThat(outcomes.stream().filter("market.stock.refusal.gone"::equals))
                .hasSize(49);
        assertThat(market.piece(product).state()).isEqualTo(Piece.State.SOLD);
        assertThat(shelf(product)).isEqualTo(new Shelf(0, 0, 1));
        assertThat(steps(product, "held")).isEqualTo(1);
        assertThat(steps(product, "sold")).isEqualTo(1);
    }

    @Test
    void tenPiecesAreSoldToTenOfFifty() throws Exception {
        var product = market.onSale(10);

        var outcomes = atOnce(50, n -> () -> buy(product, Channel.values()[n % 3]));

        assertThat(outcomes.stream().filter("bought"::equals)).hasSize(10);
        assertThat(shelf(product)).isEqualTo(new Shelf(0, 0, 10));
    }

    @Test
    void twoCartsWithTheSameTwoThingsNeverWaitForEachOther() throws Exception {
        var one = market.onSale(20);
        var other = market.onSale(20);

        var outcomes = atOnce(20, n -> () -> {
            var wanted = List.of(Wanted.any(n % 2 == 0 ? one : other, 1), Wanted.any(n % 2 == 0 ? other : one, 1));
            transaction.executeWithoutResult(
                    status -> stock.hold(HoldId.next(), Channel.STORE, wanted, inMinutes(10), SELLER));
            return "held";
        });

        assertThat(outcomes).hasSize(20).containsOnly("held");
        assertThat(shelf(one)).isEqualTo(new Shelf(0, 20, 0));
        assertThat(shelf(other)).isEqualTo(new Shelf(0, 20, 0));
    }

    @Test
    void aHoldEndsByItselfAndTheNextBuyerGetsThePiece() {
        var product = market.onSale(1);
        var first = hold(product, 10);
        refused("market.stock.refusal.gone", () -> hold(product, 10));

        clock.forward(Duration.ofMinutes(10));
        var second = hold(product, 10);

        refused("market.stock.refusal.hold-lost", () -> stock.sell(first, SELLER));
        refused("market.stock.refusal.hold-lost", () -> stock.extend(first, inMinutes(20)));
        assertThat(stock.sell(second, SELLER)).hasSize(1);
        assertThat(market.piece(product).hold()).contains(second);
    }

    @Test
    void whoComesLateButFirstStillBuys() {
        var product = market.onSale(1);
        var hold = hold(product, 10);
        clock.forward(Duration.ofHours(1));

        assertThat(stock.sell(hold, SELLER)).hasSize(1);
    }

    @Test
    void whatWasLeftBehindIsTidiedUpAndTheShopSaysSo() {
        var product = market.onSale(2);
        hold(product, 10);
        var kept = hold(product, 30);
        assertThat(shelf(product)).isEqualTo(new Shelf(0, 2, 0));

        clock.forward(Duration.ofMinutes(11));
        assertThat(holding.expire()).isPositive();

        assertThat(shelf(product)).isEqualTo(new Shelf(1, 1, 0));
        assertThat(stock.sell(kept, SELLER)).hasSize(1);
    }

    @Test
    void whatIsProlongedIsKeptLonger() {
        var product = market.onSale(1);
        var hold = hold(product, 5);
        stock.extend(hold, inMinutes(30));
        clock.forward(Duration.ofMinutes(20));

        refused("market.stock.refusal.gone", () -> hold(product, 5));
    }

    @Test
    void whatIsGivenBackCanBeHadAgain() {
        var product = market.onSale(1);
        stock.giveBack(hold(product, 10), "changed their mind", SELLER);

        assertThat(market.piece(product).state()).isEqualTo(Piece.State.ON_SALE);
        assertThat(stock.sell(hold(product, 10), SELLER)).hasSize(1);
    }

    @Test
    void aCartIsHeldWholeOrNotAtAll() {
        var plenty = market.onSale(2);
        var gone = market.onSale(1);
        hold(gone, 10);

        refused(
                "market.stock.refusal.gone",
                () -> transaction.executeWithoutResult(status -> stock.hold(
                        HoldId.next(),
                        Channel.STORE,
                        List.of(Wanted.any(plenty, 1), Wanted.any(gone, 1)),
                        inMinutes(10),
                        SELLER)));
        assertThat(shelf(plenty)).isEqualTo(new Shelf(2, 0, 0));
    }

    @Test
    void theScannedPieceIsTheOneThatIsHeld() {
        var product = market.onSale(3);
        var scanned = market.pieces(product).get(2);

        var held = stock.hold(HoldId.next(), Channel.TILL, List.of(Wanted.exactly(scanned)), inMinutes(5), SELLER);

        assertThat(held).extracting(Piece::id).containsExactly(scanned.id());
    }

    @Test
    void aWithdrawnProductCannotBeHeldButWhoHoldsItMayStillBuy() {
        var product = market.onSale(2);
        var before = hold(product, 10);
        reviewing.withdraw(product, "the maker stops", SELLER);

        refused("market.stock.refusal.gone", () -> hold(product, 10));
        assertThat(stock.sell(before, SELLER)).hasSize(1);
    }

    @Test
    void withdrawingAndBuyingAtTheSameMomentEndOneWayOrTheOther() throws Exception {
        for (int round = 0; round < 5; round++) {
            var product = market.onSale(1);
            var outcomes = atOnce(8, n -> () -> {
                if (n == 0) {
                    reviewing.withdraw(product, "the maker stops", SELLER);
                    return "withdrawn";
                }
                transaction.executeWithoutResult(status -> hold(product, 10));
                return "held";
            });

            assertThat(outcomes.stream().filter("withdrawn"::equals)).hasSize(1);
            assertThat(outcomes.stream().filter("held"::equals).count()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aPieceThatComesBackIsInspectedAgain() {
        var product = market.onSale(1);
        var piece = stock.sell(hold(product, 10), SELLER).getFirst();
        stock.comeBack(piece.id(), "too small", SELLER);

        assertThat(market.piece(product).state()).isEqualTo(Piece.State.RECEIVED);
        refused("market.stock.refusal.gone", () -> hold(product, 10));
        refused("market.piece.refusal.meanwhile", () -> stock.comeBack(piece.id(), "again", SELLER));
    }

    private String buy(ProductId product, Channel channel) {
        return transaction.execute(status -> {
            var hold = HoldId.next();
            stock.hold(hold, channel, List.of(Wanted.any(product, 1)), inMinutes(10), SELLER);
            stock.sell(hold, SELLER);
            return "bought";
        });
    }

    private HoldId hold(ProductId product, int minutes) {
        var hold = HoldId.next();
        stock.hold(hold, Channel.STORE, List.of(Wanted.any(product, 1)), inMinutes(minutes), SELLER);
        return hold;
    }

    private Instant inMinutes(int minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }

    private record Shelf(int available, int held, int sold) {}

    private Shelf shelf(ProductId product) {
        return database.sql("select available, held, sold from market.shelf where product_id = :id")
                .param("id", product.value())
                .query((row, number) -> new Shelf(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    private int steps(ProductId product, String to) {
        return database.sql("""
            select count(*) from market.piece_step s join market.piece p on p.id = s.piece_id
             where p.product_id = :id and s.to_state = :state
            """)
                .param("id", product.value())
                .param("state", to)
                .query(Integer.class)
                .single();
    }

    private static List<String> atOnce(int many, java.util.function.IntFunction<Callable<String>> act)
            throws Exception {
        var together = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, many)
                    .mapToObj(n -> people.submit(() -> {
                        together.await();
                        try {
                            return act.apply(n).call();
                        } catch (Refusal refusal) {
                            return refusal.code();
                        }
                    }))
                    .toList();
            together.countDown();
            return all.stream().flatMap(LastPieceTests::outcome).toList();
        }
    }

    private static Stream<String> outcome(Future<String> future) {
        try {
            return Stream.of(future.get());
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
