package ma.qutb.market.till;

import static ma.qutb.market.TestMarket.SELLER;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.Piece;
import ma.qutb.market.pricing.EnteringRates;
import ma.qutb.market.pricing.ExchangeRate;
import ma.qutb.market.stock.PiecePlaces;

/** A drawer of its own for each test, opened and used by what the pages call. */
public class TestTill {

    public static final Poster DIRECTOR = new Poster("00000000-0000-7000-8000-00000000d0d0", "سعيد");
    private static final AtomicInteger MADE = new AtomicInteger();

    private final HallTills tills;
    private final KeepingHallTill keeping;
    private final ScanningTags scanning;
    private final SellingAtTheHall selling;
    private final EnteringRates rates;
    private final PiecePlaces places;
    private final TillMoney money;
    private final Balances balances;
    private final Optional<StandingClock> clock;

    TestTill(
            HallTills tills,
            KeepingHallTill keeping,
            ScanningTags scanning,
            SellingAtTheHall selling,
            EnteringRates rates,
            PiecePlaces places,
            TillMoney money,
            Balances balances,
            Optional<StandingClock> clock) {
        this.tills = tills;
        this.keeping = keeping;
        this.scanning = scanning;
        this.selling = selling;
        this.rates = rates;
        this.places = places;
        this.money = money;
        this.balances = balances;
        this.clock = clock;
    }

    /** A new drawer with a thousand dirhams of change. */
    public HallTill open() {
        var till = closed();
        open(till, 0);
        keeping.move(till, HallMovement.dirhams(Ids.next(), HallMovement.Kind.FLOAT, 1_000_00, "B-1"), SELLER);
        return till;
    }

    HallTill closed() {
        var id = tills.add(
                "T" + MADE.incrementAndGet() + "-" + Math.floorMod(Ids.next().hashCode(), 100_000),
                places.called(PiecePlaces.HALL),
                SELLER);
        return tills.find(id).orElseThrow();
    }

    UUID open(HallTill till, long dirhams) {
        return keeping.open(Ids.next(), till, Map.of(Currency.MAD, dirhams), "", false, SELLER);
    }

    /** 10.80 dirhams for a euro, 9.30 for a dollar, as of today. */
    void rate() {
        rates.enter(
                new ExchangeRate(Ids.next(), clock.orElseThrow().today(), 1_080_00, 930_00, "Bank Al-Maghrib", false),
                DIRECTOR);
    }

    /** A cart with these pieces. */
    public UUID scanned(HallTill till, Piece... pieces) {
        var cart = Ids.next();
        for (var piece : pieces) {
            scanning.scan(cart, till.id(), piece.serial(), SELLER);
        }
        return cart;
    }

    UUID sell(HallTill till, UUID cart, long agreed, Paying paying) {
        return selling.sell(new SellingAtTheHall.Agreed(cart, till.id(), agreed, paying, Language.FR), SELLER);
    }

    TillSale sold(UUID sale) {
        return selling.find(sale).orElseThrow();
    }

    public long holds(HallTill till, Currency currency) {
        return balances.of(money.drawer(till, currency));
    }
}
