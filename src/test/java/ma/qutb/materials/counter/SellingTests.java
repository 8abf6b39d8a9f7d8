package ma.qutb.materials.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Conflict;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.credit.Agreement;
import ma.qutb.materials.credit.GrantingCredit;
import ma.qutb.materials.credit.RepaymentRequest;
import ma.qutb.materials.credit.TakingRepayments;
import ma.qutb.materials.till.KeepingTheTill;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@MaterialsModuleTest
@Import(TestCounter.class)
class SellingTests {

    /** A kilogram of 999 bought for 10 dirhams the gram. */
    private static final long KILO = 1_000_000;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    UndoingSales undoing;

    @Autowired
    AskingForLess asking;

    @Autowired
    SettingQuotas quotas;

    @Autowired
    GrantingCredit granting;

    @Autowired
    TakingRepayments repaying;

    @Autowired
    KeepingTheTill tills;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    FundAccounts accounts;

    @Autowired
    Lots lots;

    @Autowired
    Balances balances;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    private SalePoint point;
    private LotAtPoint lot;
    private PersonId buyer;

    @BeforeEach
    void openTheCounter() {
        clock.forward(Duration.ofMinutes(1));
        counter.quote("12.50");
        point = counter.open();
        lot = points.silver(point, KILO, 999, 10_000_00);
        buyer = counter.jeweller();
    }

    @Test
    void aSaleMovesMoneyMetalAndCostToTheCentimeAndTheMilligram() {
        // 25 g of 999: 24.975 g fine. Floor 12.50 + 1.50 + 0.50 + 5 % = 15.125 a fine gram.
        var sale = selling.sell(counter.cash(point, buyer, 25_000), TestCounter.CLERK);

        assertThat(lines(sale))
                .containsExactlyInAnyOrder(
                        "till 37775", // 24.975 × 15.125 = 377.746875
                        "sales -37775",
                        "cost_of_sales 31219", // at 12.50 today: 312.1875
                        "stock MAD -25000", // at cost: 10,000.00 × 25 ÷ 1000
                        "replacement_reserve -6219",
                        "stock AG_GROSS -25000",
                        "outside AG_GROSS 25000",
                        "stock AG_FINE -24975",
                        "outside AG_FINE 24975");
        assertThat(number(sale)).isEqualTo(LocalDate.now(clock).getYear() + "/1");
        assertThat(left()).isEqualTo(new Taking(975_000, 974_025, 9_750_00));
    }

    @Test
    void aFallOfThePriceIsTakenFromTheReserve() {
        counter.quote("8.00");
        var sale = selling.sell(counter.cash(point, buyer, 25_000), TestCounter.CLERK);

        // What the lot cost, 10.01 a fine gram, is the floor now.
        assertThat(lines(sale)).contains("cost_of_sales 19980", "stock MAD -25000", "replacement_reserve 5020");
    }

    @Test
    void theSameFormSentTwiceSellsOnce() {
        var request = counter.cash(point, buyer, 25_000);

        var first = selling.sell(request, TestCounter.CLERK);

        assertThat(selling.sell(request, TestCounter.CLERK)).isEqualTo(first);
        assertThat(left().weight()).isEqualTo(975_000);
    }

    @Test
    void twoPressesAtTheSameMomentSellOnce() throws Exception {
        var request = counter.cash(point, buyer, 25_000);

        var answers = together(8, () -> selling.sell(request, TestCounter.CLERK));

        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        assertThat(left().weight()).isEqualTo(975_000);
    }

    @Test
    void aKeyOfAnotherSaleIsAConflict() {
        var request = counter.cash(point, buyer, 25_000);
        selling.sell(request, TestCounter.CLERK);

        var other = SaleRequest.cash(
                request.key(), point.id(), request.till(), buyer, MaterialCode.SILVER, request.fineness(), 26_000);

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> selling.sell(other, TestCounter.CLERK));
    }

    @Test
    void ofTwoClerksAndTheLastGramOneSells() throws Exception {
        selling.sell(counter.cash(point, buyer, 999_000), TestCounter.CLERK);

        var answers = together(2, () -> {
            try {
                return selling.sell(counter.cash(point, buyer, 1_000), TestCounter.CLERK)
                        .toString();
            } catch (Refusal refusal) {
                return refusal.code();
            }
        });

        assertThat(answers).contains("materials.counter.refusal.not-enough").doesNotHaveDuplicates();
        assertThat(left()).isEqualTo(new Taking(0, 0, 0));
    }

    @Test
    void aSaleGoesOnInTheNextLotWhereTheFirstEnds() {
        clock.forward(Duration.ofMinutes(1));
        points.silver(point, 500_000, 999, 6_000_00);

        var sale = selling.sell(counter.cash(point, buyer, 1_200_000), TestCounter.CLERK);

        assertThat(database.sql(
                                "select weight || ' ' || cost from materials.sale_line where sale_id = :id order by line")
                        .param("id", sale.value())
                        .query(String.class)
                        .list())
                .containsExactly("1000000 1000000", "200000 240000");
    }

    @Test
    void aChosenLotIsSoldBeforeItsTurn() {
        var younger = points.silver(point, 500_000, 999, 6_000_00);

        selling.sell(counter.cash(point, buyer, 10_000).from(younger.lot().id()), TestCounter.CLERK);

        assertThat(left().weight()).isEqualTo(KILO);
    }

    @Test
    void receiptsHaveNoGapsWhateverFails() throws Exception {
        together(6, () -> selling.sell(counter.cash(point, counter.jeweller(), 1_000), TestCounter.CLERK));
        refused("materials.counter.refusal.not-enough", counter.cash(point, buyer, 2 * KILO));
        var last = selling.sell(counter.cash(point, buyer, 1_000), TestCounter.CLERK);

        assertThat(number(last)).endsWith("/7");
    }

    @Test
    void onlyRegisteredArtisansOfTheCraftBuy() {
        refused("materials.counter.refusal.no-artisan", counter.cash(point, counter.neighbour(), 1_000));
        refused("materials.counter.refusal.other-craft", counter.cash(point, counter.artisan("WEV"), 1_000));
    }

    @Test
    void nothingIsSoldWithoutAFreshQuote() {
        clock.forward(Duration.ofDays(8));

        refused("materials.counter.refusal.old-quote", counter.cash(point, buyer, 1_000));
    }

    @Test
    void nothingIsSoldForCashBesideAClosedTill() {
        tills.count(point, counter.till(point), java.util.Map.of(), TestCounter.CLERK);

        refused("materials.counter.refusal.till-closed", counter.cash(point, buyer, 1_000));
    }

    @Test
    void aTransferNamesItsReference() {
        refused(
                "materials.counter.refusal.reference",
                counter.cash(point, buyer, 1_000).paidBy(Payment.TRANSFER, " "));

        var sale =
                selling.sell(counter.cash(point, buyer, 25_000).paidBy(Payment.TRANSFER, "VIR 12"), TestCounter.CLERK);

        assertThat(lines(sale)).contains("bank 37775");
    }

    @Test
    void nobodyBuysNothing() {
        refused("materials.lot.refusal.nothing-taken", counter.cash(point, buyer, 0));
    }

    @Test
    void aQuotaHoldsForAMonthAndThenBeginsAnew() {
        quotas.set(
                point.id(),
                MaterialCode.SILVER,
                LocalDate.now(clock),
                QuotaPeriod.MONTH,
                100_000,
                "الاتفاقية",
                TestCounter.DIRECTOR);
        selling.sell(counter.cash(point, buyer, 60_000), TestCounter.CLERK);
        refused("materials.counter.refusal.quota", counter.cash(point, buyer, 40_001));
        var last = selling.sell(counter.cash(point, buyer, 40_000), TestCounter.CLERK);
        refused("materials.counter.refusal.quota", counter.cash(point, buyer, 1));

        undoing.undo(last, Ids.next(), "خطأ في الوزن", TestCounter.CLERK);
        selling.sell(counter.cash(point, buyer, 40_000), TestCounter.CLERK);

        clock.toNextMonth();
        counter.quote("12.50");
        selling.sell(counter.cash(point, buyer, 100_000), TestCounter.CLERK);
    }

    @Test
    void aQuotaSetInTheMiddleOfItsPeriodCountsWhatWasBoughtBefore() {
        var before = selling.sell(counter.cash(point, buyer, 60_000), TestCounter.CLERK);
        quota(QuotaPeriod.MONTH, 100_000);
        refused("materials.counter.refusal.quota", counter.cash(point, buyer, 40_001));
        selling.sell(counter.cash(point, buyer, 40_000), TestCounter.CLERK);
        refused("materials.counter.refusal.quota", counter.cash(point, buyer, 1));

        undoing.undo(before, Ids.next(), "خطأ في الوزن", TestCounter.CLERK);

        refused("materials.counter.refusal.quota", counter.cash(point, buyer, 60_001));
        selling.sell(counter.cash(point, buyer, 60_000), TestCounter.CLERK);
    }

    @Test
    void whatWasBoughtUnderAQuotaOfAnotherPeriodCountsInBoth() {
        quota(QuotaPeriod.MONTH, 100_000);
        selling.sell(counter.cash(point, buyer, 10_000), TestCounter.CLERK);
        quota(QuotaPeriod.YEAR, 500_000);
        var yearly = selling.sell(counter.cash(point, buyer, 80_000), TestCounter.CLERK);
        quota(QuotaPeriod.MONTH, 100_000);
        refused("materials.counter.refusal.quota", counter.cash(point, buyer, 10_001));

        undoing.undo(yearly, Ids.next(), "خطأ في الوزن", TestCounter.CLERK);

        refused("materials.counter.refusal.quota", counter.cash(point, buyer, 90_001));
        selling.sell(counter.cash(point, buyer, 90_000), TestCounter.CLERK);
    }

    private void quota(QuotaPeriod period, long most) {
        quotas.set(
                point.id(), MaterialCode.SILVER, LocalDate.now(clock), period, most, "الاتفاقية", TestCounter.DIRECTOR);
    }

    @Test
    void twoClerksDoNotExceedAQuotaTogether() throws Exception {
        quotas.set(
                point.id(),
                MaterialCode.SILVER,
                LocalDate.now(clock),
                QuotaPeriod.MONTH,
                100_000,
                "الاتفاقية",
                TestCounter.DIRECTOR);

        var answers = together(4, () -> {
            try {
                return selling.sell(counter.cash(point, buyer, 60_000), TestCounter.CLERK)
                        .toString();
            } catch (Refusal refusal) {
                return "no";
            }
        });

        assertThat(answers).hasSize(4).filteredOn("no"::equals).hasSize(3);
    }

    @Test
    void ofSalesAtTheSameMomentEachKeepsItsClerkItsNumberAndItsLines() throws Exception {
        clock.forward(Duration.ofMinutes(1));
        points.silver(point, KILO, 999, 12_000_00);
        var ordinal = new java.util.concurrent.atomic.AtomicLong();

        var sold = together(16, () -> {
            long one = ordinal.incrementAndGet();
            var clerk = new Poster("clerk-" + one, "كاتبة " + one);
            return selling.sell(counter.cash(point, counter.jeweller(), 100_000 + one), clerk);
        });

        assertThat(sold).doesNotHaveDuplicates();
        assertThat(database.sql("""
                                select s.number || ' ' || (s.weight = 100000 + substr(s.clerk, 7)::int) || ' ' || (s.clerk = e.actor) || ' '
                                       || (s.weight = (select sum(l.weight) from materials.sale_line l where l.sale_id = s.id)) || ' '
                                       || (s.fine = (select sum(l.fine) from materials.sale_line l where l.sale_id = s.id)) || ' '
                                       || (s.price = (select sum(p.amount) from ledger.posting p join ledger.account a on a.id = p.account
                                                       where p.book = e.book and p.number = e.number and a.role = 'till'))
                                  from materials.sale s join ledger.entry e on e.source_id = s.id
                                 where s.sale_point_id = :point order by s.number
                                """)
                        .param("point", point.id().value())
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, 16)
                        .mapToObj(it -> it + " true true true true true")
                        .toList());
        assertThat(lots.at(point.id(), MaterialCode.SILVER).stream()
                        .mapToLong(it -> it.left().weight())
                        .sum())
                .isEqualTo(2 * KILO - 16 * 100_000 - 16 * 17 / 2);
    }

    @Test
    void aSaleThatIsRefusedTouchesNoneOfThoseThatCameWithIt() throws Exception {
        var poor = counter.jeweller();
        granting.grant(
                point.fund(),
                poor,
                new Agreement(1_00, 30, LocalDate.now(clock), null, "عقد 13"),
                TestCounter.DIRECTOR);
        var ordinal = new java.util.concurrent.atomic.AtomicLong();

        var answers = together(12, () -> {
            long one = ordinal.incrementAndGet();
            var request = switch ((int) (one % 4)) {
                case 0 -> counter.cash(point, poor, 25_000).paidBy(Payment.CREDIT, "");
                case 1 -> counter.cash(point, counter.jeweller(), 2 * KILO);
                default -> counter.cash(point, counter.jeweller(), 1_000);
            };
            try {
                selling.sell(request, TestCounter.CLERK);
                return "sold";
            } catch (Refusal refusal) {
                return refusal.code();
            }
        });

        assertThat(answers)
                .containsOnly("sold", "ledger.refusal.account-ceiling", "materials.counter.refusal.not-enough")
                .filteredOn("sold"::equals)
                .hasSize(6);
        assertThat(left().weight()).isEqualTo(KILO - 6_000);
        assertThat(number(selling.sell(counter.cash(point, buyer, 1_000), TestCounter.CLERK)))
                .endsWith("/7");
    }

    @Test
    void creditHasACeilingADueDateAndEndsWhenSomethingIsOverdue() {
        var credit = counter.cash(point, buyer, 25_000).paidBy(Payment.CREDIT, "");
        refused("materials.counter.refusal.no-credit", credit);
        granting.grant(
                point.fund(),
                buyer,
                new Agreement(500_00, 30, LocalDate.now(clock), null, "عقد 12"),
                TestCounter.DIRECTOR);

        var sale = selling.sell(credit, TestCounter.CLERK);
        assertThat(lines(sale)).contains("receivable 37775");
        assertThat(database.sql("select due_on from materials.debt where sale_id = :id")
                        .param("id", sale.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.now(clock).plusDays(30));
        refused(
                "ledger.refusal.account-ceiling",
                counter.cash(point, buyer, 25_000).paidBy(Payment.CREDIT, ""));

        clock.forward(Duration.ofDays(31));
        counter.quote("12.50");
        refused(
                "materials.counter.refusal.overdue",
                counter.cash(point, buyer, 1_000).paidBy(Payment.CREDIT, ""));

        repay(377_75);
        selling.sell(counter.cash(point, buyer, 1_000).paidBy(Payment.CREDIT, ""), TestCounter.CLERK);
    }

    @Test
    void aRepaymentPaysTheOldestDebtFirstAndNoMoreThanIsOwed() {
        granting.grant(
                point.fund(),
                buyer,
                new Agreement(5_000_00, 30, LocalDate.now(clock), null, "عقد 12"),
                TestCounter.DIRECTOR);
        var first = selling.sell(counter.cash(point, buyer, 25_000).paidBy(Payment.CREDIT, ""), TestCounter.CLERK);
        clock.forward(Duration.ofDays(1));
        selling.sell(counter.cash(point, buyer, 25_000).paidBy(Payment.CREDIT, ""), TestCounter.CLERK);

        repay(400_00);

        assertThat(database.sql("select still from materials.debt where person_id = :person order by due_on")
                        .param("person", buyer.value())
                        .query(Long.class)
                        .list())
                .containsExactly(0L, 355_50L);
        assertThat(balances.of(counter.account(point, ChartRole.TILL))).isEqualTo(400_00);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> repay(355_51))
                .withMessage("materials.credit.refusal.more-than-owed");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> undoing.undo(first, Ids.next(), "خطأ", TestCounter.CLERK))
                .withMessage("materials.undo.refusal.paid-back");
    }

    @Test
    void aSaleUnderTheFloorIsAllowedBySomebodyElseAndPaidByANamedLine() {
        var line = asking.openLine(point.fund().id(), new LocalName("دعم المبتدئين", "Appui", "Support"));
        var id = Ids.next();
        var request = counter.cash(point, buyer, 25_000).under(id);
        ask(id, line.id());
        refused("materials.counter.refusal.exception", request);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> asking.decide(id, true, TestCounter.CLERK))
                .withMessage("materials.exception.refusal.second-person");
        asking.decide(id, true, TestCounter.DIRECTOR);

        var sale = selling.sell(request, TestCounter.CLERK);

        // 24.975 g at 10 dirhams instead of 15.125
        assertThat(lines(sale)).contains("till 24975", "support 12800", "sales -37775", "cost_of_sales 31219");
        refused(
                "materials.counter.refusal.exception",
                counter.cash(point, buyer, 25_000).under(id));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> asking.decide(id, false, TestCounter.DIRECTOR))
                .withMessage("materials.exception.refusal.decided");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> asking.ask(
                        Ids.next(),
                        point,
                        buyer,
                        MaterialCode.SILVER,
                        25_000,
                        TestCounter.price("10"),
                        line.id(),
                        " ",
                        TestCounter.CLERK))
                .withMessage("materials.exception.refusal.reason");
    }

    @Test
    void whatIsUndoneIsAsIfItHadNotHappenedAndStaysWritten() {
        var sale = selling.sell(counter.cash(point, buyer, 25_000), TestCounter.CLERK);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> undoing.undo(sale, Ids.next(), " ", TestCounter.CLERK))
                .withMessage("materials.undo.refusal.reason");

        undoing.undo(sale, Ids.next(), "عيار آخر", TestCounter.CLERK);

        assertThat(left()).isEqualTo(new Taking(KILO, 999_000, 10_000_00));
        assertThat(balances.of(counter.account(point, ChartRole.TILL))).isZero();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> undoing.undo(sale, Ids.next(), "مرة أخرى", TestCounter.CLERK))
                .withMessage("materials.undo.refusal.undone");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> database.sql("update materials.sale set price = 0 where id = :id")
                        .param("id", sale.value())
                        .update());
    }

    private void ask(UUID id, UUID line) {
        asking.ask(
                id,
                point,
                buyer,
                MaterialCode.SILVER,
                25_000,
                TestCounter.price("10"),
                line,
                "أول عمل لها",
                TestCounter.CLERK);
    }

    private void repay(long amount) {
        repaying.take(
                new RepaymentRequest(Ids.next(), point, counter.till(point).id(), buyer, amount, Payment.CASH, ""),
                TestCounter.CLERK);
    }

    private void refused(String code, SaleRequest request) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> selling.sell(request, TestCounter.CLERK))
                .withMessage(code);
    }

    private Taking left() {
        return lots.at(point.id(), lot.lot().id()).orElseThrow().left();
    }

    private String number(SaleId sale) {
        return database.sql("select year || '/' || number from materials.sale where id = :id")
                .param("id", sale.value())
                .query(String.class)
                .single();
    }

    private List<String> lines(SaleId sale) {
        return database.sql("""
                        select a.role || case when a.commodity = 'MAD' and a.role <> 'stock' then '' else ' ' || a.commodity end || ' ' || p.amount
                          from ledger.entry e join ledger.posting p on p.book = e.book and p.number = e.number
                          join ledger.account a on a.id = p.account where e.source_id = :id
                        """).param("id", sale.value()).query(String.class).list();
    }

    private static <T> List<T> together(int times, Callable<T> act) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var running = new ArrayList<java.util.concurrent.Future<T>>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(act));
            }
            var answers = new ArrayList<T>();
            for (var each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
