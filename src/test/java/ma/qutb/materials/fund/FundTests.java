package ma.qutb.materials.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.BookTotals.Held;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.Payment;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.materials.credit.Agreement;
import ma.qutb.materials.credit.GrantingCredit;
import ma.qutb.materials.fund.FundSheet.Figure;
import ma.qutb.registry.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@MaterialsModuleTest
@Import(TestCounter.class)
class FundTests {

    @Autowired
    Entrusting entrusting;

    @Autowired
    Partners partners;

    @Autowired
    ReadingFund reading;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    GrantingCredit granting;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    FundAccounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    StandingClock clock;

    private SalePoint point;
    private OrganisationId partner;

    @BeforeEach
    void openAPoint() {
        clock.forward(Duration.ofMinutes(1));
        counter.quote("10");
        point = counter.open();
        partner = points.cooperative().orElseThrow();
    }

    @Test
    void aContributionIsWrittenInDirhamsAndInTheGramsItBoughtThatDay() {
        contribute(200_000_00);
        clock.forward(Duration.ofMinutes(1));
        counter.quote("12.50");
        contribute(50_000_00);

        assertThat(partners.founding(point.fund().id())).isEqualTo(new Founding(250_000_00, 0, 24_000_000));
        var sheet = reading.read(point.fund());
        assertThat(sheet.held()).isEqualTo(new Holdings(0, 0, 250_000_00, 0, 0, 0));
        assertThat(sheet.behind(Figure.CAPITAL)).extracting(Held::amount).containsExactly(-250_000_00L);
        assertThat(sheet.nominal().passed()).isTrue();
        // 250,000 dirhams buy 20 kg at 12.50 now; 24 were entrusted.
        assertThat(sheet.physical()).contains(new CapitalTest(20_000_000, 24_000_000));
    }

    @Test
    void aContributionSentTwiceIsTakenInOnce() {
        var key = Ids.next();
        var first = contribute(key, 1_000_00);

        assertThat(contribute(key, 1_000_00)).isEqualTo(first);
        assertThat(reading.read(point.fund()).held().cash()).isEqualTo(1_000_00);
    }

    @Test
    void whatIsNotTrueOfAContributionIsRefused() {
        var today = LocalDate.now(clock);
        refused("convention", () -> contribute(Ids.next(), " ", today, 1));
        refused("future", () -> contribute(Ids.next(), "2026/1", today.plusDays(1), 1));
        refused("amount", () -> contribute(Ids.next(), "2026/1", today, 0));
        refused("no-price", () -> contribute(Ids.next(), "2026/1", LocalDate.of(1999, 1, 1), 1));
    }

    @Test
    void aWithdrawalIsPaidWhenAnotherPersonAuthorisesIt() {
        contribute(200_000_00);
        var asked = ask(50_000_00);
        refused("same-person", () -> entrusting.authorise(find(asked), point, TestCounter.CLERK));
        assertThat(reading.read(point.fund()).given().withdrawals()).isZero();
        clock.forward(Duration.ofMinutes(1));
        counter.quote("12.50");

        entrusting.authorise(find(asked), point, TestCounter.DIRECTOR);

        // 4 kg less at the price of that day.
        var sheet = reading.read(point.fund());
        assertThat(sheet.given()).isEqualTo(new Founding(200_000_00, 50_000_00, 16_000_000));
        assertThat(sheet.held().equity()).isEqualTo(150_000_00);
        assertThat(sheet.nominal().over()).isZero();
        refused("decided", () -> entrusting.authorise(find(asked), point, TestCounter.DIRECTOR));
        refused("decided", () -> entrusting.refuse(find(asked), TestCounter.DIRECTOR));
        refused("more-than-entrusted", () -> ask(150_000_01));
    }

    @Test
    void aRefusedWithdrawalChangesNothing() {
        contribute(10_000_00);
        var asked = ask(10_000_00);

        entrusting.refuse(find(asked), TestCounter.DIRECTOR);

        assertThat(reading.read(point.fund()).given()).isEqualTo(new Founding(10_000_00, 0, 1_000_000));
        refused("reason", () -> entrusting.ask(Ids.next(), point, partner, "", 1, TestCounter.CLERK));
    }

    @Test
    void whatWasGainedByHoldingSilverCannotBeWithdrawn() {
        points.silver(point, 1_000_000, 999, 9_990_00);
        contribute(100_00);
        clock.forward(Duration.ofMinutes(1));
        counter.quote("20");
        selling.sell(counter.cash(point, counter.jeweller(), 1_000_000), TestCounter.CLERK);
        var sheet = reading.read(point.fund());
        assertThat(sheet.reserve()).isEqualTo(9_990_00);

        // All that was earned is stolen: what is left in the bank is partly gain of the silver's price.
        long stolen = sheet.held().cash() - 100_00;
        ledger.post(
                Draft.of(point.fund().book(), Ids.next(), "correction", LocalDate.now(clock))
                        .debit(accounts.of(point, ChartRole.THEFT, Commodity.MAD), stolen)
                        .credit(counter.account(point, ChartRole.TILL), stolen),
                TestCounter.DIRECTOR);
        var asked = ask(100_00);
        refused("reserve", () -> entrusting.authorise(find(asked), point, TestCounter.DIRECTOR));
        assertThat(reading.read(point.fund()).value(Gauge.THEFT_AND_LOSS)).isPositive();
    }

    @Test
    void moreThanIsInTheBankCannotBePaid() {
        contribute(100_00);
        var one = ask(100_00);
        entrusting.authorise(find(one), point, TestCounter.DIRECTOR);
        contribute(50_00);
        var elsewhere = points.open(point.fund());
        var two = entrusting.ask(Ids.next(), elsewhere, partner, "سحب", 50_00, TestCounter.CLERK);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> entrusting.authorise(find(two), elsewhere, TestCounter.DIRECTOR))
                .withMessage("materials.bank.refusal.too-little");
    }

    @Test
    void thePageSaysWhatTheLedgerSays() {
        contribute(100_000_00);
        points.silver(point, 1_000_000, 999, 10_000_00);
        var buyer = counter.jeweller();
        granting.grant(
                point.fund(),
                buyer,
                new Agreement(5_000_00, 30, LocalDate.now(clock), null, "عقد 1"),
                TestCounter.DIRECTOR);
        selling.sell(counter.cash(point, buyer, 100_000), TestCounter.CLERK);
        selling.sell(counter.cash(point, buyer, 50_000).paidBy(Payment.CREDIT, ""), TestCounter.CLERK);

        var sheet = reading.read(point.fund());

        // Floor: 10.01001 + 1.50 + 0.50 + 5 % = 12.51051 a fine gram; 99.9 g and 49.95 g.
        assertThat(sheet.held().fine()).isEqualTo(849_150);
        assertThat(sheet.held().stock()).isEqualTo(8_500_00);
        assertThat(sheet.held().cash()).isEqualTo(100_000_00 + 1_249_80);
        assertThat(sheet.held().receivables()).isEqualTo(624_90);
        assertThat(sheet.held().overdue()).isZero();
        assertThat(sheet.debtors()).isEqualTo(new FundSheet.Debtors(1, 624_90));
        assertThat(sheet.value(Gauge.CONCENTRATION)).isEqualTo(10_000);
        assertThat(sheet.months()).hasSize(1);
        assertThat(sheet.months().firstEntry().getValue().held()).isEqualTo(sheet.held());
        for (var figure : Figure.values()) {
            assertThat(sheet.path(figure)).contains(figure.code());
        }

        clock.forward(Duration.ofDays(31));
        counter.quote("10");
        assertThat(reading.read(point.fund()).held().overdue()).isEqualTo(624_90);
        assertThat(reading.read(point.fund()).value(Gauge.UNCOLLECTED_CREDIT)).isEqualTo(10_000);
    }

    private UUID contribute(long centimes) {
        return contribute(Ids.next(), centimes);
    }

    private UUID contribute(UUID key, long centimes) {
        return contribute(key, "اتفاقية 2026/1", LocalDate.now(clock), centimes);
    }

    private UUID contribute(UUID key, String convention, LocalDate day, long centimes) {
        return entrusting.contribute(key, point, partner, convention, day, centimes, TestCounter.CLERK);
    }

    private UUID ask(long centimes) {
        return entrusting.ask(Ids.next(), point, partner, "انتهاء الاتفاقية", centimes, TestCounter.CLERK);
    }

    private Withdrawal find(UUID id) {
        return partners.withdrawal(id).orElseThrow();
    }

    private static void refused(String why, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage("materials.fund.refusal." + why);
    }
}
