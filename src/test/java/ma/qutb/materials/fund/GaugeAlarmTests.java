package ma.qutb.materials.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Role;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.Payment;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.materials.credit.Agreement;
import ma.qutb.materials.credit.GrantingCredit;
import ma.qutb.materials.credit.RepaymentRequest;
import ma.qutb.materials.credit.TakingRepayments;
import ma.qutb.materials.stocktake.ApprovingCounts;
import ma.qutb.materials.stocktake.CountingStock;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.Texts;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@MaterialsModuleTest
@Import({TestCounter.class, TestAccounts.class})
class GaugeAlarmTests {

    @Autowired
    WatchingGauges watching;

    @Autowired
    GaugeAlarms alarms;

    @Autowired
    TestAccounts accounts;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    GrantingCredit granting;

    @Autowired
    TakingRepayments repaying;

    @Autowired
    CountingStock counting;

    @Autowired
    ApprovingCounts approving;

    @Autowired
    Ledger ledger;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc web;

    @Autowired
    Texts texts;

    @Autowired
    StandingClock clock;

    private SalePoint point;
    private LotAtPoint lot;
    private Account director;

    @BeforeEach
    void lendToSomebodyWhoIsLate() {
        clock.toNextMonth();
        counter.quote("10");
        point = counter.open();
        lot = points.silver(point, 3_000_000, 999, 30_000_00);
        director = accounts.with(Role.DIRECTOR);
    }

    @Test
    void whoManagesTheFundIsToldOnceUntilTheGaugeWasOutOfTheRedMeanwhile() {
        var late = lend();
        clock.forward(Duration.ofDays(6));
        watch();
        assertThat(told(director, Gauge.UNCOLLECTED_CREDIT)).isOne();
        assertThat(alarms.open(point.fund().id())).containsEntry(Gauge.UNCOLLECTED_CREDIT, clock.instant());

        clock.forward(Duration.ofDays(1));
        watch();
        assertThat(told(director, Gauge.UNCOLLECTED_CREDIT)).isOne();

        counter.quote("10");
        lend();
        repay(late);
        watch();
        assertThat(alarms.open(point.fund().id())).doesNotContainKey(Gauge.UNCOLLECTED_CREDIT);
        assertThat(told(director, Gauge.UNCOLLECTED_CREDIT)).isOne();

        clock.forward(Duration.ofDays(6));
        watch();
        assertThat(told(director, Gauge.UNCOLLECTED_CREDIT)).isEqualTo(2);
    }

    @Test
    void whoHoldsSeveralRolesIsToldOnceAndWhoIsElsewhereIsNot() {
        var both = accounts.with(Role.DIRECTOR, Role.ADMINISTRATOR);
        var here = accounts.with();
        accounts.give(here, Role.DIRECTOR, "P-GUE");
        var elsewhere = accounts.with();
        accounts.give(elsewhere, Role.DIRECTOR, "P-TAT");
        var clerk = accounts.with(Role.SALE_POINT_CLERK);
        lend();

        watch();

        assertThat(told(both, Gauge.CONCENTRATION)).isOne();
        assertThat(told(here, Gauge.CONCENTRATION)).isOne();
        assertThat(told(elsewhere, Gauge.CONCENTRATION)).isZero();
        assertThat(told(clerk, Gauge.CONCENTRATION)).isZero();
    }

    @Test
    void aClosedMonthIsALook() {
        var month = YearMonth.from(LocalDate.now(clock));
        lend();
        clock.toNextMonth();
        assertThat(told(director, Gauge.UNCOLLECTED_CREDIT)).isZero();

        ledger.closeMonth(point.fund().book(), month, TestCounter.DIRECTOR);

        assertThat(told(director, Gauge.UNCOLLECTED_CREDIT)).isOne();
    }

    @Test
    void anApprovedCountIsALook() {
        lend();
        var scale = UUID.randomUUID();
        database.sql("""
                        insert into materials.scale (id, sale_point_id, name, class, interval_mg, capacity_mg, version)
                        values (:id, :point, 'Kern', 'II', 10, 3000000, 1)
                        """).param("id", scale).param("point", point.id().value()).update();
        var stocktake = counting.begin(Ids.next(), point, scale, TestCounter.CLERK);
        counting.weigh(stocktake, lot.lot().id());
        counting.count(stocktake, lot.lot().id(), 2_900_000, TestCounter.CLERK);
        counting.finish(stocktake, TestCounter.CLERK);
        assertThat(told(director, Gauge.CONCENTRATION)).isZero();

        approving.approve(stocktake, TestCounter.DIRECTOR);

        assertThat(told(director, Gauge.CONCENTRATION)).isOne();
    }

    @Test
    void theNightLooksAtEveryFund() {
        lend();

        watching.watchAll();

        assertThat(told(director, Gauge.CONCENTRATION)).isOne();
    }

    @Test
    void thePageSaysSinceWhen() throws Exception {
        lend();
        watch();

        web.perform(get("/app/funds/" + point.fund().id())
                        .cookie(new Cookie("lang", "fr"))
                        .with(authentication(TestActor.with(Code.SEE_FUND))))
                .andExpect(content().string(containsString("depuis le <time")))
                .andExpect(content().string(containsString("datetime=\"" + clock.instant() + "\"")));
    }

    @Test
    void everyGaugeHasItsWordsInEveryLanguage() {
        for (var gauge : Gauge.values()) {
            assertThat(Gauge.of(gauge.code())).contains(gauge);
            for (var language : Language.COMPLETE) {
                assertThat(texts.say(language, "materials.alarm." + gauge.code(), "ص"))
                        .as("%s in %s", gauge, language)
                        .doesNotContain("⟦")
                        .contains("ص");
            }
        }
    }

    private void watch() {
        watching.watch(point.fund().id());
    }

    /** 100 g on credit for five days. */
    private PersonId lend() {
        var buyer = counter.jeweller();
        granting.grant(
                point.fund(),
                buyer,
                new Agreement(5_000_00, 5, LocalDate.now(clock), null, "عقد 1"),
                TestCounter.DIRECTOR);
        selling.sell(counter.cash(point, buyer, 100_000).paidBy(Payment.CREDIT, ""), TestCounter.CLERK);
        return buyer;
    }

    private void repay(PersonId buyer) {
        long owed = database.sql("select sum(still)::bigint from materials.debt where person_id = :person")
                .param("person", buyer.value())
                .query(Long.class)
                .single();
        repaying.take(
                new RepaymentRequest(Ids.next(), point, null, buyer, owed, Payment.TRANSFER, "V-1"), TestCounter.CLERK);
    }

    private int told(Account who, Gauge gauge) {
        return database.sql("select count(*) from identity.notification where account = :account and link = :link")
                .param("account", who.id())
                .param("link", "/app/funds/" + point.fund().id() + "#gauge-" + gauge.code())
                .query(Integer.class)
                .single();
    }
}
