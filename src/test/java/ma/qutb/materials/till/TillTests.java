package ma.qutb.materials.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.materials.counter.UndoingSales;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@MaterialsModuleTest
@Import(TestCounter.class)
class TillTests {

    @Autowired
    KeepingTheTill tills;

    @Autowired
    TillTable table;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    UndoingSales undoing;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    Balances balances;

    @Autowired
    StandingClock clock;

    private SalePoint point;
    private SaleId sale;

    @BeforeEach
    void sellForCash() {
        clock.forward(Duration.ofMinutes(1));
        counter.quote("12.50");
        point = counter.open();
        points.silver(point, 1_000_000, 999, 10_000_00);
        // 377.75 dirhams
        sale = selling.sell(counter.cash(point, counter.jeweller(), 25_000), TestCounter.CLERK);
    }

    @Test
    void aTillThatIsRightClosesAtOnce() {
        var closed = tills.count(
                point,
                counter.till(point),
                Map.of(20000, 1, 10000, 1, 5000, 1, 2000, 1, 500, 1, 200, 1, 50, 1, 25, 1),
                TestCounter.CLERK);

        assertThat(closed.state()).isEqualTo("closed");
        assertThat(closed.closingCount()).isEqualTo(377_75);
        assertThat(closed.differences()).isEmpty();
    }

    @Test
    void aMissingDirhamIsExplainedByOneAndApprovedByAnother() {
        var till = counter.till(point);
        var counted = tills.count(
                point,
                till,
                Map.of(20000, 1, 10000, 1, 5000, 1, 2000, 1, 500, 1, 100, 1, 50, 1, 25, 1),
                TestCounter.CLERK);
        assertThat(counted.state()).isEqualTo("counted");
        assertThat(counted.closingDifference()).isEqualTo(-1_00);
        refused("materials.till.refusal.closing-reason", () -> tills.explain(counted.id(), " ", TestCounter.CLERK));

        tills.explain(counted.id(), "صرف خاطئ", TestCounter.CLERK);

        assertThat(balances.of(counter.account(point, ChartRole.TILL))).isEqualTo(377_75);
        refused(
                "materials.till.refusal.second-person",
                () -> tills.approve(point, till, counted.id(), "closing", TestCounter.CLERK));
        tills.approve(point, till, counted.id(), "closing", TestCounter.DIRECTOR);
        assertThat(balances.of(counter.account(point, ChartRole.TILL))).isEqualTo(376_75);
        assertThat(balances.of(counter.account(point, ChartRole.COUNTING_DIFFERENCE)))
                .isEqualTo(1_00);
        refused(
                "materials.till.refusal.approved",
                () -> tills.approve(point, till, counted.id(), "closing", TestCounter.DIRECTOR));
    }

    @Test
    void whatWaitsForApprovalIsNotMissedTwice() {
        var till = counter.till(point);
        var counted = tills.count(point, till, Map.of(20000, 2), TestCounter.CLERK);
        assertThat(counted.closingDifference()).isEqualTo(22_25);
        tills.explain(counted.id(), "باقي لم يؤخذ", TestCounter.CLERK);

        var next = tills.open(Ids.next(), point, till, 400_00, "", TestCounter.CLERK);

        assertThat(table.find(next).orElseThrow().differences()).isEmpty();
    }

    @Test
    void anOpeningCountThatDiffersHasAReason() {
        var till = counter.till(point);
        tills.count(point, till, Map.of(37775, 1), TestCounter.CLERK);
        refused(
                "materials.till.refusal.opening-reason",
                () -> tills.open(Ids.next(), point, till, 300_00, "", TestCounter.CLERK));

        var key = Ids.next();
        var opened = tills.open(key, point, till, 300_00, "سُلم للبنك بلا وصل", TestCounter.CLERK);

        assertThat(tills.open(key, point, till, 300_00, "", TestCounter.CLERK)).isEqualTo(opened);
        assertThat(table.find(opened).orElseThrow().differences())
                .extracting(TillSession.Difference::amount)
                .containsExactly(-77_75L);
        refused(
                "materials.till.refusal.open",
                () -> tills.open(Ids.next(), point, till, 300_00, "", TestCounter.CLERK));
    }

    @Test
    void moneyGoesToTheBankOnceAndNoMoreThanThereIs() {
        var till = counter.till(point);
        var key = Ids.next();
        tills.deposit(key, point, till, 300_00, "BR 7", TestCounter.CLERK);
        tills.deposit(key, point, till, 300_00, "BR 7", TestCounter.CLERK);
        tills.fetch(Ids.next(), point, till, 20_00, "RT 1", TestCounter.CLERK);

        assertThat(balances.of(counter.account(point, ChartRole.TILL))).isEqualTo(97_75);
        assertThat(balances.of(counter.account(point, ChartRole.BANK))).isEqualTo(280_00);
        refused(
                "ledger.refusal.account-floor",
                () -> tills.deposit(Ids.next(), point, till, 98_00, "BR 8", TestCounter.CLERK));
        refused(
                "materials.till.refusal.reference",
                () -> tills.deposit(Ids.next(), point, till, 1_00, "", TestCounter.CLERK));
        refused(
                "materials.till.refusal.amount",
                () -> tills.deposit(Ids.next(), point, till, 0, "BR 9", TestCounter.CLERK));
    }

    @Test
    void whatIsMissingIsNotTakenToTheBankBeforeAnybodyAgreed() {
        var till = counter.till(point);
        tills.count(point, till, Map.of(37775, 1), TestCounter.CLERK);
        var opened = tills.open(Ids.next(), point, till, 300_00, "سُلم للبنك بلا وصل", TestCounter.CLERK);

        refused(
                "materials.till.refusal.missing",
                () -> tills.deposit(Ids.next(), point, till, 300_01, "BR 7", TestCounter.CLERK));

        tills.deposit(Ids.next(), point, till, 300_00, "BR 7", TestCounter.CLERK);
        tills.approve(point, till, opened, "opening", TestCounter.DIRECTOR);
        assertThat(balances.of(counter.account(point, ChartRole.TILL))).isZero();
    }

    @Test
    void whatIsMissingIsNotGivenBackToABuyerBeforeAnybodyAgreed() {
        var till = counter.till(point);
        tills.count(point, till, Map.of(37775, 1), TestCounter.CLERK);
        var opened = tills.open(Ids.next(), point, till, 300_00, "سُلم للبنك بلا وصل", TestCounter.CLERK);

        refused(
                "materials.till.refusal.missing",
                () -> undoing.undo(sale, Ids.next(), "خطأ في الوزن", TestCounter.CLERK));

        selling.sell(counter.cash(point, counter.jeweller(), 25_000), TestCounter.CLERK);
        undoing.undo(sale, Ids.next(), "خطأ في الوزن", TestCounter.CLERK);
        tills.approve(point, till, opened, "opening", TestCounter.DIRECTOR);
        assertThat(balances.of(counter.account(point, ChartRole.TILL))).isEqualTo(300_00);
    }

    @Test
    void ofTwoWhoCountTheSameTillOneIsTooLate() {
        var till = counter.till(point);
        var session = tills.count(point, till, Map.of(), TestCounter.CLERK);

        refused(
                "materials.till.refusal.counted",
                () -> table.count(session.id(), 1, 1, "{}", clock.instant(), TestCounter.DIRECTOR));
    }

    @Test
    void aClosedTillMovesNothing() {
        var till = counter.till(point);
        var counted = tills.count(point, till, Map.of(), TestCounter.CLERK);
        refused("materials.till.refusal.not-open", () -> tills.count(point, till, Map.of(), TestCounter.CLERK));
        refused(
                "materials.till.refusal.not-open",
                () -> tills.deposit(Ids.next(), point, till, 1_00, "BR", TestCounter.CLERK));
        tills.explain(counted.id(), "سرقة", TestCounter.CLERK);
        refused("materials.till.refusal.not-counted", () -> tills.explain(counted.id(), "سرقة", TestCounter.CLERK));
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
