package ma.qutb.market.till;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Poster;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.pricing.EnteringRates;
import ma.qutb.market.pricing.ExchangeRate;
import ma.qutb.market.pricing.ExchangeRates;
import ma.qutb.shell.Formats;
import org.springframework.stereotype.Component;

/** One made-up day at the hall's till from the opening count to the closing one, told by what the till's pages call. */
@Component
public class StoryOfATillDay {

    private static final Poster HALL = new Poster("00000000-0000-7000-8000-00000000d003", "مريم ع. (للعرض)");
    private static final Poster DIRECTOR = new Poster("00000000-0000-7000-8000-00000000d001", "سعيد ب. (للعرض)");
    private static final long CHANGE = 1_500_00;
    private static final long LOST = 10_00;

    private final HallTills tills;
    private final HallSessionTable sessions;
    private final KeepingHallTill keeping;
    private final ScanningTags scanning;
    private final SellingAtTheHall selling;
    private final TakingBackAtTheHall taking;
    private final InvoicingTourists invoicing;
    private final TillCarts carts;
    private final TillMoney money;
    private final Balances balances;
    private final ExchangeRates rates;
    private final EnteringRates entering;
    private final Clock clock;

    StoryOfATillDay(
            HallTills tills,
            HallSessionTable sessions,
            KeepingHallTill keeping,
            ScanningTags scanning,
            SellingAtTheHall selling,
            TakingBackAtTheHall taking,
            InvoicingTourists invoicing,
            TillCarts carts,
            TillMoney money,
            Balances balances,
            ExchangeRates rates,
            EnteringRates entering,
            Clock clock) {
        this.tills = tills;
        this.sessions = sessions;
        this.keeping = keeping;
        this.scanning = scanning;
        this.selling = selling;
        this.taking = taking;
        this.invoicing = invoicing;
        this.carts = carts;
        this.money = money;
        this.balances = balances;
        this.rates = rates;
        this.entering = entering;
        this.clock = clock;
    }

    /**
     * Says what happens on a day, and when.
     *
     * @param differs whether ten dirhams are missing at the end of it
     * @param tags gives the serial of a piece that can be had
     * @param agenda takes each act with its moment
     */
    public void tell(
            LocalDate day,
            boolean differs,
            RandomGenerator random,
            Supplier<Optional<String>> tags,
            BiConsumer<Instant, Runnable> agenda) {
        agenda.accept(at(day, 9, 0), this::open);
        int sales = 4 + random.nextInt(5);
        for (int i = 0; i < sales; i++) {
            int minute = 30 + i * 480 / sales + random.nextInt(40);
            agenda.accept(at(day, 9, 0).plusSeconds(minute * 60L), () -> sell(random, tags, agenda));
        }
        agenda.accept(at(day, 18, 40), this::bank);
        agenda.accept(at(day, 18, 50), () -> close(differs));
        if (differs) {
            agenda.accept(at(day.plusDays(1), 10, 0), this::approve);
        }
    }

    private void open() {
        if (rates.today().isEmpty()) {
            entering.enter(
                    new ExchangeRate(
                            Ids.next(), LocalDate.now(clock), 1_080_00, 930_00, "مثال للعرض، لم ينشره أحد", true),
                    Poster.job("demonstration"));
        }
        keeping.open(Ids.next(), till(), there(), "", true, HALL);
        long dirhams = there().getOrDefault(Currency.MAD, 0L);
        if (dirhams < CHANGE) {
            keeping.move(
                    till(),
                    HallMovement.dirhams(Ids.next(), HallMovement.Kind.FLOAT, CHANGE - dirhams, "صرف للصندوق"),
                    HALL);
        }
    }

    private void sell(RandomGenerator random, Supplier<Optional<String>> tags, BiConsumer<Instant, Runnable> agenda) {
        var tag = tags.get();
        if (tag.isEmpty()) {
            return;
        }
        var cart = Ids.next();
        scanning.scan(cart, till().id(), tag.get(), HALL);
        long total = carts.read(cart, till().id()).total();
        int chance = random.nextInt(20);
        var sale = selling.sell(
                new SellingAtTheHall.Agreed(cart, till().id(), total, paying(total, chance), Language.FR), HALL);
        if (chance % 5 == 0) {
            invoicing.issue(
                    selling.find(sale).orElseThrow(),
                    new InvoicingTourists.Tourist("Claire M. (للعرض)", "", "France", ""),
                    HALL);
        }
        if (chance == 19) {
            agenda.accept(clock.instant().plusSeconds(5400), () -> takeBack(sale));
        }
    }

    /** Of ten buyers five pay in dirhams, two in euros, three by card; the euros are the next five in notes. */
    private Paying paying(long total, int chance) {
        if (chance % 10 < 5) {
            return Paying.dirhams((total + 49_99) / 50_00 * 50_00);
        }
        if (chance % 10 < 7) {
            long per = rates.today().map(ExchangeRate::euro).orElse(1_080_00L);
            return new Paying(Map.of(Currency.EUR, (total * 100 / per + 6) / 5 * 5_00L), 0, "");
        }
        return Paying.byCard(total, "%04d".formatted(1000 + chance));
    }

    private void takeBack(UUID id) {
        var sale = selling.find(id).orElseThrow();
        taking.takeBack(
                new TakingBackAtTheHall.Back(
                        Ids.next(),
                        id,
                        Set.of(sale.lines().getFirst().id()),
                        false,
                        "القياس غير مناسب",
                        sale.card() > 0,
                        sale.card() > 0 ? "2001" : ""),
                HALL);
    }

    /** What is beyond the change for tomorrow goes to the bank, and all foreign notes at the rate they were taken for. */
    private void bank() {
        there().forEach((currency, amount) -> {
            long rest = currency == Currency.MAD ? amount - CHANGE : amount;
            if (rest > 0) {
                long dirhams = currency == Currency.MAD ? rest : balances.of(money.worth(till(), currency));
                keeping.move(
                        till(),
                        new HallMovement(Ids.next(), HallMovement.Kind.DEPOSIT, currency, rest, dirhams, "وصل الإيداع"),
                        HALL);
            }
        });
    }

    private void close(boolean differs) {
        var counted = there();
        if (differs) {
            counted.merge(Currency.MAD, -LOST, Long::sum);
        }
        var session = keeping.count(till(), counted, HALL);
        if (session.counted()) {
            keeping.explain(session.id(), "خطأ في رد الباقي", HALL);
        }
    }

    private void approve() {
        for (var session : sessions.waiting(till().id())) {
            session.differences().stream()
                    .filter(HallSession.Difference::waits)
                    .forEach(it -> keeping.approve(till(), session.id(), it.moment(), it.currency(), DIRECTOR));
        }
    }

    private Map<Currency, Long> there() {
        var there = new EnumMap<Currency, Long>(Currency.class);
        for (var currency : Currency.values()) {
            there.put(currency, balances.of(money.drawer(till(), currency)) + sessions.waiting(till().id(), currency));
        }
        return there;
    }

    private HallTill till() {
        return tills.find(MarketAccounts.HALL_TILL).orElseThrow();
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(Formats.ZONE).toInstant();
    }
}
