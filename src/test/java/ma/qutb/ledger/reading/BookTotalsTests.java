package ma.qutb.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.BookTotals;
import ma.qutb.ledger.BookTotals.Held;
import ma.qutb.ledger.BookTotals.Purpose;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.LedgerModuleTest;
import ma.qutb.ledger.StandingClock;
import ma.qutb.ledger.TestBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@LedgerModuleTest
class BookTotalsTests {

    private static final Purpose TILL = new Purpose(ChartRole.TILL, "MAD");
    private static final Purpose STOCK = new Purpose(ChartRole.STOCK, "AG_FINE");

    @Autowired
    Ledger ledger;

    @Autowired
    BookTotals totals;

    @Autowired
    Balances balances;

    @Autowired
    StandingClock clock;

    private TestBook book;

    @BeforeEach
    void beginAMonth() {
        clock.toNextMonth();
        book = TestBook.open(ledger);
    }

    @Test
    void anEmptyBookComesToNothing() {
        assertThat(totals.now(book.id())).isEmpty();
        assertThat(totals.months(book.id(), YearMonth.from(clock.today()))).isEmpty();
        assertThat(totals.last(book.id())).isZero();
        assertThat(totals.after(book.id(), 0, List.of(book.till()))).containsEntry(book.till(), 0L);
    }

    /** Whichever months are closed, the answers stay the same. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5})
    void monthsAndAccountsAreTheSumsOfTheirPostings(int closed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(closed);
        var first = YearMonth.from(clock.today());
        var tills = new HashMap<YearMonth, Long>();
        var stocks = new HashMap<YearMonth, Long>();
        var tillAfter = new HashMap<Long, Long>();
        long till = 0;
        long stock = 0;
        for (int month = 0; month < 6; month++) {
            // A month without entries keeps what was there.
            for (int i = 0; month != 2 && i < 5; i++) {
                long silver = 1 + random.nextLong(1_000_000);
                ledger.post(
                        book.received(random.nextBoolean() ? book.lot() : book.otherLot(), silver, clock.today()),
                        TestBook.CLERK);
                stock += silver;
                long money = 1 + random.nextLong(1_000_000);
                ledger.post(book.paidIn(money, clock.today()), TestBook.CLERK);
                till += money;
                tillAfter.put(totals.last(book.id()), till);
            }
            tills.put(YearMonth.from(clock.today()), till);
            stocks.put(YearMonth.from(clock.today()), stock);
            if (month < 5) {
                clock.toNextMonth();
            }
        }
        for (int month = 0; month < closed; month++) {
            ledger.closeMonth(book.id(), first.plusMonths(month), TestBook.CLERK);
        }

        for (var since : List.of(first.minusMonths(3), first, first.plusMonths(4), first.plusMonths(5))) {
            var months = totals.months(book.id(), since);
            assertThat(months.keySet())
                    .containsExactlyElementsOf(tills.keySet().stream()
                            .filter(it -> !it.isBefore(since))
                            .sorted()
                            .toList());
            assertThat(totals.whole(book.id(), since).months()).isEqualTo(months);
            assertThat(totals.whole(book.id(), since).now()).isEqualTo(totals.now(book.id()));
            months.forEach((month, sums) -> assertThat(sums)
                    .as("%s", month)
                    .containsEntry(TILL, tills.get(month))
                    .containsEntry(STOCK, stocks.get(month)));
        }
        var now = new HashMap<AccountId, Long>();
        totals.now(book.id()).forEach(it -> now.put(it.account(), it.amount()));
        assertThat(now).isEqualTo(balances.at(book.id(), clock.instant()));
        assertThat(totals.now(book.id()))
                .filteredOn(it -> it.role() == ChartRole.TILL)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.commodity()).isEqualTo("MAD");
                    assertThat(it.name().french()).isEqualTo("Caisse");
                    assertThat(it.path()).endsWith(book.till().value().toString());
                });
        tillAfter.forEach((number, amount) -> assertThat(totals.after(book.id(), number, List.of(book.till())))
                .isEqualTo(Map.of(book.till(), amount)));
        assertThat(totals.now(book.id())).extracting(Held::amount).doesNotContain(0L);
    }
}
