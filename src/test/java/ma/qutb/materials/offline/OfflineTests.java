package ma.qutb.materials.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.materials.till.KeepingTheTill;
import ma.qutb.registry.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@MaterialsModuleTest
@Import(TestCounter.class)
class OfflineTests {

    private static final Fineness PURE = Fineness.ofThousandths(999);

    @Autowired
    AllottingStock allotting;

    @Autowired
    SellingAllotted selling;

    @Autowired
    SellingAtTheCounter counterSales;

    @Autowired
    KeepingTheTill tills;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    Lots lots;

    @Autowired
    Balances balances;

    @Autowired
    StandingClock clock;

    private UUID device;
    private SalePoint point;
    private LotAtPoint lot;
    private PersonId buyer;
    private UUID allotment;

    @BeforeEach
    void allotThreeHundredGrams() {
        clock.forward(Duration.ofMinutes(1));
        device = UUID.randomUUID();
        counter.quote("12.50");
        point = counter.open();
        lot = points.silver(point, 1_000_000, 999, 10_000_00);
        buyer = counter.jeweller();
        allotment = allotting.allot(
                device, "هاتف", point, counter.till(point).id(), Map.of(PURE, 300_000L), TestCounter.CLERK);
    }

    @Test
    void whatADeviceMaySellNobodyElseSells() {
        assertThat(left().weight()).isEqualTo(700_000);
        counterSales.sell(counter.cash(point, buyer, 700_000), TestCounter.CLERK);
        refused(
                "materials.counter.refusal.not-enough",
                () -> counterSales.sell(counter.cash(point, buyer, 1), TestCounter.CLERK));

        selling.deliver(allotment, sale(Ids.next(), 300_000, 4_532_96), TestCounter.CLERK);

        assertThat(left()).isEqualTo(new Taking(0, 0, 0));
        assertThat(balances.of(lot.costAccount())).isZero();
        assertThat(balances.of(lot.fineAccount().orElseThrow())).isZero();
    }

    @Test
    void aSaleArrivesOnceHoweverOftenItIsSentAndAtThePriceOfItsMoment() {
        var key = Ids.next();
        clock.forward(Duration.ofHours(2));
        counter.quote("14.00");
        var first = selling.deliver(allotment, sale(key, 250_000, 3_777_47), TestCounter.CLERK);

        assertThat(selling.deliver(allotment, sale(key, 250_000, 3_777_47), TestCounter.CLERK))
                .isEqualTo(first);
        assertThat(balances.of(counter.account(point, ChartRole.TILL))).isEqualTo(3_777_47);
        assertThat(balances.of(lot.weightAccount())).isEqualTo(750_000);
        // The other fifty grams are still held for the device.
        assertThat(left().weight()).isEqualTo(700_000);
    }

    @Test
    void noMoreThanWasAllottedAndNoOtherPrice() {
        refused(
                "materials.counter.refusal.not-enough",
                () -> selling.deliver(allotment, sale(Ids.next(), 300_001, 4_532_98), TestCounter.CLERK));
        refused(
                "materials.offline.refusal.price",
                () -> selling.deliver(allotment, sale(Ids.next(), 250_000, 3_000_00), TestCounter.CLERK));
        refused(
                "materials.offline.refusal.has-one",
                () -> allotting.allot(
                        device, "هاتف", point, counter.till(point).id(), Map.of(PURE, 1_000L), TestCounter.CLERK));
        refused(
                "materials.offline.refusal.nothing",
                () -> allotting.allot(
                        UUID.randomUUID(), "هاتف", point, counter.till(point).id(), Map.of(), TestCounter.CLERK));
    }

    @Test
    void aTillDoesNotCloseWhileADeviceMayHoldSales() {
        var till = counter.till(point);
        selling.deliver(allotment, sale(Ids.next(), 250_000, 3_777_47), TestCounter.CLERK);
        refused("materials.till.refusal.unsent", () -> tills.count(point, till, Map.of(), TestCounter.CLERK));

        allotting.giveBack(allotment, TestCounter.CLERK);

        assertThat(left().weight()).isEqualTo(750_000);
        assertThat(tills.count(point, till, Map.of(377747, 1), TestCounter.CLERK)
                        .state())
                .isEqualTo("closed");
        refused(
                "materials.offline.refusal.closed",
                () -> selling.deliver(allotment, sale(Ids.next(), 1_000, 15_11), TestCounter.CLERK));
        refused("materials.offline.refusal.closed", () -> allotting.giveBack(allotment, TestCounter.CLERK));
    }

    private SellingAllotted.Delivery sale(UUID key, long weight, long price) {
        return new SellingAllotted.Delivery(key, buyer, PURE, weight, price, soldAt());
    }

    private Instant soldAt() {
        return clock.instant();
    }

    private Taking left() {
        return lots.at(point.id(), lot.lot().id()).orElseThrow().left();
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
