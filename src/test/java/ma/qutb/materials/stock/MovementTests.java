package ma.qutb.materials.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.stock.MovingLots.Dispatch;
import ma.qutb.materials.stock.Transformation.Kind;
import ma.qutb.materials.stock.Transformation.Output;
import ma.qutb.materials.stock.WritingOff.Missing;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MaterialsModuleTest
class MovementTests {

    @Autowired
    TestPoint test;

    @Autowired
    MovingLots moving;

    @Autowired
    TransformingLots transforming;

    @Autowired
    WritingOff writingOff;

    @Autowired
    Lots lots;

    @Autowired
    FundAccounts accounts;

    @Autowired
    Balances balances;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    SalePoint point;
    SalePoint other;
    LotAtPoint lot;

    @BeforeEach
    void aPointWithAKilogram() {
        point = test.open();
        other = test.open(point.fund());
        lot = test.silver(point, 1_000_000, 925, 10_000_00);
    }

    @Test
    void whatIsSentIsInTransitUntilItArrives() {
        var transfer = moving.send(dispatch(400_000), TestPoint.CLERK);

        assertThat(left(point)).isEqualTo(new Taking(600_000, 555_000, 6_000_00));
        assertThat(inTransit()).isEqualTo(370_000);
        moving.arrive(UUID.randomUUID(), transfer, 400_000, "", TestPoint.CLERK);
        assertThat(left(other)).isEqualTo(new Taking(400_000, 370_000, 4_000_00));
        assertThat(inTransit()).isZero();
    }

    @Test
    void whatIsMissingOnArrivalIsALossWithItsReason() {
        var transfer = moving.send(dispatch(400_000), TestPoint.CLERK);
        refused("materials.transfer.refusal.no-reason", () -> arrive(transfer, 399_000, " "));
        refused("materials.transfer.refusal.weight", () -> arrive(transfer, 400_001, ""));
        refused("materials.transfer.refusal.weight", () -> arrive(transfer, 0, "ضاع"));
        arrive(transfer, 399_000, "انفتح الكيس");

        assertThat(left(other)).isEqualTo(new Taking(399_000, 369_075, 3_990_00));
        assertThat(lost(other, ChartRole.LOSS, Commodity.SILVER_FINE)).isEqualTo(925);
        assertThat(lost(other, ChartRole.LOSS, Commodity.MAD)).isEqualTo(10_00);
        assertThat(inTransit()).isZero();
        refused("materials.transfer.refusal.arrived", () -> arrive(transfer, 399_000, "مرة أخرى"));
    }

    @Test
    void aTransferGoesToAnotherOpenPointOfTheSameFund() {
        refused("materials.transfer.refusal.same-point", () -> moving.send(to(point), TestPoint.CLERK));
        refused("materials.transfer.refusal.other-fund", () -> moving.send(to(test.open()), TestPoint.CLERK));
        refused("materials.lot.refusal.not-enough", () -> moving.send(dispatch(1_000_001), TestPoint.CLERK));
        refused("materials.lot.refusal.nothing-taken", () -> moving.send(dispatch(0), TestPoint.CLERK));
        refused(
                "materials.lot.refusal.not-here",
                () -> moving.send(
                        new Dispatch(UUID.randomUUID(), lot.lot().id(), other.id(), point.id(), 1, ""),
                        TestPoint.CLERK));
        database.sql("update materials.sale_point set closed_on = opened_on where id = :id")
                .param("id", other.id().value())
                .update();
        refused("materials.transfer.refusal.closed", () -> moving.send(dispatch(1), TestPoint.CLERK));
    }

    @Test
    void aFormSentTwiceMovesOnce() {
        var dispatch = dispatch(100_000);
        var transfer = moving.send(dispatch, TestPoint.CLERK);
        assertThat(moving.send(dispatch, TestPoint.CLERK)).isEqualTo(transfer);
        var arrival = UUID.randomUUID();
        moving.arrive(arrival, transfer, 100_000, "", TestPoint.CLERK);
        moving.arrive(arrival, transfer, 100_000, "", TestPoint.CLERK);
        assertThat(left(other).weight()).isEqualTo(100_000);

        var split = split(300_000, 600_000);
        assertThat(transforming.transform(split, TestPoint.CLERK))
                .isEqualTo(transforming.transform(split, TestPoint.CLERK));

        var theft = missing(WritingOff.Kind.THEFT, parts().getFirst(), 1_000, clock.today(), "كسر القفل", "PV 12");
        assertThat(writingOff.writeOff(theft, TestPoint.CLERK)).isEqualTo(writingOff.writeOff(theft, TestPoint.CLERK));
    }

    @Test
    void twoLotsMeltIntoOneAndTheLossHasItsAccounts() {
        var fine = test.silver(point, 500_000, 999, 6_000_00);
        transforming.transform(
                transformation(
                        Kind.MELT,
                        Map.of(lot.lot().id(), 1_000_000L, fine.lot().id(), 500_000L),
                        List.of(new Output(1_490_000, Optional.of(Fineness.ofThousandths(950)))),
                        0),
                TestPoint.CLERK);

        var melted = lots.at(point.id(), MaterialCode.SILVER);
        // 925,000 + 499,500 mg went in, 1,415,500 came out.
        assertThat(melted)
                .singleElement()
                .extracting(LotAtPoint::left)
                .isEqualTo(new Taking(1_490_000, 1_415_500, 15_898_91));
        assertThat(lost(point, ChartRole.MELT_LOSS, Commodity.SILVER_FINE)).isEqualTo(9_000);
        assertThat(lost(point, ChartRole.MELT_LOSS, Commodity.SILVER_GROSS)).isEqualTo(10_000);
        assertThat(lost(point, ChartRole.MELT_LOSS, Commodity.MAD)).isEqualTo(101_09);
    }

    @Test
    void baseMetalThatIsAddedIsNoSilver() {
        transforming.transform(
                transformation(
                        Kind.ALLOY,
                        Map.of(lot.lot().id(), 1_000_000L),
                        List.of(new Output(1_156_250, Optional.of(Fineness.ofThousandths(800)))),
                        156_250),
                TestPoint.CLERK);

        assertThat(lots.at(point.id(), MaterialCode.SILVER))
                .singleElement()
                .extracting(LotAtPoint::left)
                .isEqualTo(new Taking(1_156_250, 925_000, 10_000_00));
        assertThat(lost(point, ChartRole.ALLOY, Commodity.SILVER_GROSS)).isEqualTo(-156_250);
    }

    @Test
    void aNewAssayChangesWhatIsKnownOfTheSilver() {
        transforming.transform(
                transformation(
                        Kind.ASSAY,
                        Map.of(lot.lot().id(), 1_000_000L),
                        List.of(new Output(1_000_000, Optional.of(Fineness.ofThousandths(900)))),
                        0),
                TestPoint.CLERK);

        assertThat(lost(point, ChartRole.ASSAY_DIFFERENCE, Commodity.SILVER_FINE))
                .isEqualTo(25_000);
        assertThat(lots.at(point.id(), MaterialCode.SILVER).getFirst().left().fine())
                .isEqualTo(900_000);
    }

    @Test
    void aLotIsPartedToTheLastMilligramAndCentime() {
        transforming.transform(split(333_333, 333_333, 333_334), TestPoint.CLERK);

        var parts = lots.at(point.id(), MaterialCode.SILVER);
        assertThat(parts)
                .hasSize(3)
                .allMatch(it -> it.lot().receivedOn().equals(lot.lot().receivedOn()));
        assertThat(parts.stream().mapToLong(it -> it.left().fine()).sum()).isEqualTo(925_000);
        assertThat(parts.stream().mapToLong(it -> it.left().cost()).sum()).isEqualTo(10_000_00);
    }

    @Test
    void whatIsDoneToLotsNeedsAReasonAndLots() {
        refused(
                "materials.transform.refusal.no-reason",
                () -> transforming.transform(
                        new Transformation(
                                UUID.randomUUID(),
                                Kind.MELT,
                                point,
                                Map.of(),
                                List.of(),
                                0,
                                "",
                                Optional.empty(),
                                Optional.empty()),
                        TestPoint.CLERK));
        refused(
                "materials.transform.refusal.nothing-in",
                () -> transforming.transform(transformation(Kind.MELT, Map.of(), List.of(), 0), TestPoint.CLERK));
        var second = test.silver(point, 1_000, 925, 10_00);
        refused(
                "materials.transform.refusal.one-goes-in",
                () -> transforming.transform(
                        transformation(
                                Kind.SPLIT,
                                Map.of(lot.lot().id(), 1L, second.lot().id(), 1L),
                                List.of(),
                                0),
                        TestPoint.CLERK));
        refused(
                "materials.transform.refusal.no-weight",
                () -> transforming.transform(split(0, 1_000_000), TestPoint.CLERK));
    }

    @Test
    void onlySilverIsMelted() {
        var wool = test.wool(point, 10_000, 600_00);
        refused(
                "materials.transform.refusal.only-silver",
                () -> transforming.transform(
                        transformation(
                                Kind.MELT,
                                Map.of(wool.lot().id(), 10_000L),
                                List.of(new Output(10_000, Optional.empty())),
                                0),
                        TestPoint.CLERK));
    }

    @Test
    void theftLossAndErrorHaveAccountsOfTheirOwn() {
        gone(WritingOff.Kind.THEFT, 100_000, "PV 12/2026");
        gone(WritingOff.Kind.LOSS, 10_000, "");
        gone(WritingOff.Kind.ERROR, 1_000, "");

        assertThat(lost(point, ChartRole.THEFT, Commodity.SILVER_FINE)).isEqualTo(92_500);
        assertThat(lost(point, ChartRole.THEFT, Commodity.MAD)).isEqualTo(1_000_00);
        assertThat(lost(point, ChartRole.LOSS, Commodity.SILVER_FINE)).isEqualTo(9_250);
        assertThat(lost(point, ChartRole.COUNTING_DIFFERENCE, Commodity.SILVER_FINE))
                .isEqualTo(925);
        assertThat(left(point).weight()).isEqualTo(889_000);
    }

    @Test
    void whatIsGoneIsReportedAndWasThere() {
        var today = clock.today();
        refused(
                "materials.write-off.refusal.no-reason",
                () -> writingOff.writeOff(
                        missing(WritingOff.Kind.LOSS, lot.lot().id(), 1, today, " ", ""), TestPoint.CLERK));
        refused(
                "materials.write-off.refusal.no-report",
                () -> writingOff.writeOff(
                        missing(WritingOff.Kind.THEFT, lot.lot().id(), 1, today, "سرقة", ""), TestPoint.CLERK));
        refused(
                "materials.write-off.refusal.day",
                () -> writingOff.writeOff(
                        missing(WritingOff.Kind.LOSS, lot.lot().id(), 1, today.plusDays(1), "ضياع", ""),
                        TestPoint.CLERK));
        refused(
                "materials.write-off.refusal.day",
                () -> writingOff.writeOff(
                        missing(WritingOff.Kind.LOSS, lot.lot().id(), 1, today.minusDays(1), "ضياع", ""),
                        TestPoint.CLERK));
        refused("materials.lot.refusal.not-enough", () -> gone(WritingOff.Kind.LOSS, 1_000_001, ""));
    }

    private void gone(WritingOff.Kind kind, long weight, String report) {
        writingOff.writeOff(missing(kind, lot.lot().id(), weight, clock.today(), "سبب", report), TestPoint.CLERK);
    }

    private Missing missing(
            WritingOff.Kind kind, LotId which, long weight, LocalDate day, String reason, String report) {
        return new Missing(UUID.randomUUID(), kind, point, which, weight, day, reason, report, Optional.empty());
    }

    private Transformation split(long... weights) {
        return transformation(
                Kind.SPLIT,
                Map.of(lot.lot().id(), java.util.Arrays.stream(weights).sum()),
                java.util.Arrays.stream(weights)
                        .mapToObj(it -> new Output(it, Optional.empty()))
                        .toList(),
                0);
    }

    private Transformation transformation(Kind kind, Map<LotId, Long> inputs, List<Output> outputs, long alloy) {
        return new Transformation(
                UUID.randomUUID(), kind, point, inputs, outputs, alloy, "ورشة", Optional.empty(), Optional.empty());
    }

    private List<LotId> parts() {
        return lots.at(point.id(), MaterialCode.SILVER).stream()
                .map(it -> it.lot().id())
                .toList();
    }

    private Dispatch dispatch(long weight) {
        return new Dispatch(UUID.randomUUID(), lot.lot().id(), point.id(), other.id(), weight, "نزهة");
    }

    private Dispatch to(SalePoint where) {
        return new Dispatch(UUID.randomUUID(), lot.lot().id(), point.id(), where.id(), 1, "");
    }

    private void arrive(UUID transfer, long weight, String because) {
        moving.arrive(UUID.randomUUID(), transfer, weight, because, TestPoint.CLERK);
    }

    private Taking left(SalePoint where) {
        return lots.at(where.id(), lot.lot().id()).orElseThrow().left();
    }

    private long inTransit() {
        return balances.of(accounts.of(point.fund(), ChartRole.IN_TRANSIT, Commodity.SILVER_FINE));
    }

    private long lost(SalePoint where, ChartRole role, String commodity) {
        return balances.of(accounts.of(where, role, commodity));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessage(code);
    }
}
