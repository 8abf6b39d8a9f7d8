package ma.qutb.materials.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SupplierId;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.stock.NewLot;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MaterialsModuleTest
class SupplyTests {

    @Autowired
    TestPoint test;

    @Autowired
    OrderingMaterial ordering;

    @Autowired
    ReceivingMaterial receiving;

    @Autowired
    PayingSuppliers paying;

    @Autowired
    SupplierAccounts suppliers;

    @Autowired
    Orders orders;

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
    SupplierId supplier;

    @BeforeEach
    void aPointWithMoney() {
        point = test.open();
        supplier = test.supplier();
        test.payIn(point, 20_000_00);
    }

    @Test
    void aKilogramIsOrderedReceivedInTwoPartsBilledAndPaid() {
        var order = ordering.order(silver(1_000_000, 11_50));
        var first = receiving.receive(order, delivery(400_000), TestPoint.CLERK);
        assertThat(orders.find(order).orElseThrow().state()).isEqualTo("partly");
        receiving.receive(order, delivery(600_000), TestPoint.CLERK);

        var it = orders.find(order).orElseThrow();
        assertThat(it.state()).isEqualTo("received");
        assertThat(it.uninvoiced()).isEqualTo(11_500_00);
        assertThat(lots.at(point.id(), first).orElseThrow().left()).isEqualTo(new Taking(400_000, 370_000, 4_600_00));
        assertThat(owedUnbilled()).isEqualTo(-11_500_00);

        var bill = paying.bill(order, bill("F-1", 11_500_00), TestPoint.CLERK);
        assertThat(owedUnbilled()).isZero();
        assertThat(owedBilled()).isEqualTo(-11_500_00);

        paying.pay(UUID.randomUUID(), bill, clock.today(), 5_000_00, "VIR-1", TestPoint.CLERK);
        paying.pay(UUID.randomUUID(), bill, clock.today(), 6_500_00, "VIR-2", TestPoint.CLERK);
        assertThat(owedBilled()).isZero();
        assertThat(balances.of(accounts.of(point, ChartRole.BANK, Commodity.MAD)))
                .isEqualTo(8_500_00);
        assertThat(orders.invoice(bill).orElseThrow().open()).isZero();
    }

    @Test
    void whatABillAsksMoreIsAChargeAndTheCostOfTheLotStays() {
        var order = ordering.order(silver(1_000_000, 11_50));
        var lot = receiving.receive(order, delivery(1_000_000), TestPoint.CLERK);
        paying.bill(order, bill("F-2", 11_600_00), TestPoint.CLERK);

        assertThat(balances.of(accounts.of(point.fund(), ChartRole.EXPENSE, Commodity.MAD)))
                .isEqualTo(100_00);
        assertThat(lots.find(lot).orElseThrow().cost()).isEqualTo(11_500_00);
    }

    @Test
    void aFormSentTwiceCountsOnce() {
        var asked = silver(1_000_000, 11_50);
        var order = ordering.order(asked);
        assertThat(ordering.order(asked)).isEqualTo(order);

        var delivery = delivery(500_000);
        var lot = receiving.receive(order, delivery, TestPoint.CLERK);
        assertThat(receiving.receive(order, delivery, TestPoint.CLERK)).isEqualTo(lot);
        assertThat(orders.receipts(order)).hasSize(1);

        var bill = bill("F-3", 5_750_00);
        var billed = paying.bill(order, bill, TestPoint.CLERK);
        assertThat(paying.bill(order, bill, TestPoint.CLERK)).isEqualTo(billed);

        var key = UUID.randomUUID();
        var paid = paying.pay(key, billed, clock.today(), 100_00, "", TestPoint.CLERK);
        assertThat(paying.pay(key, billed, clock.today(), 100_00, "", TestPoint.CLERK))
                .isEqualTo(paid);
        assertThat(orders.payments(order)).hasSize(1);
    }

    @Test
    void otherMaterialsHaveNoFineness() {
        var order = ordering.order(new NewOrder(
                UUID.randomUUID(),
                point,
                supplier,
                new MaterialCode("WOOL"),
                Optional.empty(),
                25_000,
                60_00,
                Optional.empty()));
        var lot = receiving.receive(
                order,
                new Delivery(
                        UUID.randomUUID(),
                        clock.today(),
                        25_000,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        NewLot.Papers.NONE),
                TestPoint.CLERK);

        assertThat(lots.at(point.id(), lot).orElseThrow().left()).isEqualTo(new Taking(25_000, 0, 1_500_00));
    }

    @Test
    void anOrderNamesWeightPriceAndAFinenessInUse() {
        refused("materials.order.refusal.no-weight", () -> ordering.order(silver(0, 11_50)));
        refused("materials.order.refusal.no-price", () -> ordering.order(silver(1, 0)));
        refused(
                "materials.order.refusal.fineness",
                () -> ordering.order(order(Optional.of(Fineness.ofThousandths(833)))));
        refused("materials.order.refusal.fineness", () -> ordering.order(order(Optional.empty())));
        refused(
                "materials.order.refusal.expected-before",
                () -> ordering.order(new NewOrder(
                        UUID.randomUUID(),
                        point,
                        supplier,
                        MaterialCode.SILVER,
                        Optional.of(Fineness.ofThousandths(925)),
                        1,
                        1,
                        Optional.of(clock.today().minusDays(1)))));
    }

    @Test
    void aClosedPointOrdersNothing() {
        database.sql("update materials.sale_point set closed_on = opened_on where id = :id")
                .param("id", point.id().value())
                .update();
        point = test.find(point.id());

        refused("materials.order.refusal.point-closed", () -> ordering.order(silver(1_000, 11_50)));
    }

    @Test
    void noMoreComesThanWasOrderedButForTheLastBar() {
        var order = ordering.order(silver(1_000_000, 11_50));
        refused(
                "materials.receipt.refusal.more-than-ordered",
                () -> receiving.receive(order, delivery(1_050_001), TestPoint.CLERK));
        refused("materials.order.refusal.no-weight", () -> receiving.receive(order, delivery(0), TestPoint.CLERK));
        refused(
                "materials.receipt.refusal.day",
                () -> receiving.receive(order, on(clock.today().plusDays(1), Optional.empty()), TestPoint.CLERK));
        refused(
                "materials.receipt.refusal.day",
                () -> receiving.receive(order, on(clock.today().minusDays(1), Optional.empty()), TestPoint.CLERK));
        refused(
                "materials.receipt.refusal.cost",
                () -> receiving.receive(order, on(clock.today(), Optional.of(-1L)), TestPoint.CLERK));

        receiving.receive(order, delivery(1_050_000), TestPoint.CLERK);
        assertThat(orders.find(order).orElseThrow().open()).isZero();
    }

    @Test
    void anOrderThatHasEndedTakesNothingMore() {
        var order = ordering.order(silver(1_000_000, 11_50));
        refused("materials.order.refusal.no-reason", () -> ordering.close(order, " "));
        ordering.close(order, "المورد أوقف التسليم");

        refused("materials.order.refusal.closed", () -> receiving.receive(order, delivery(1), TestPoint.CLERK));
        refused("materials.order.refusal.closed", () -> ordering.close(order, "مرة أخرى"));
    }

    @Test
    void aBillIsForWhatCameAndComesOnce() {
        var order = ordering.order(silver(1_000_000, 11_50));
        refused("materials.invoice.refusal.nothing-open", () -> paying.bill(order, bill("F-4", 1), TestPoint.CLERK));
        receiving.receive(order, delivery(500_000), TestPoint.CLERK);
        refused("materials.invoice.refusal.no-reference", () -> paying.bill(order, bill(" ", 1), TestPoint.CLERK));
        refused("materials.invoice.refusal.no-amount", () -> paying.bill(order, bill("F-4", 0), TestPoint.CLERK));
        refused(
                "materials.invoice.refusal.day",
                () -> paying.bill(
                        order,
                        new PayingSuppliers.Bill(
                                UUID.randomUUID(),
                                "F-4",
                                clock.today().plusDays(1),
                                Optional.empty(),
                                1,
                                Optional.empty()),
                        TestPoint.CLERK));
        paying.bill(order, bill("F-4", 5_750_00), TestPoint.CLERK);
        receiving.receive(order, delivery(500_000), TestPoint.CLERK);
        refused("materials.invoice.refusal.known", () -> paying.bill(order, bill("F-4", 5_750_00), TestPoint.CLERK));
    }

    @Test
    void nobodyPaysMoreThanIsBilledOrThanTheBankHolds() {
        var order = ordering.order(silver(2_000_000, 11_50));
        receiving.receive(order, delivery(2_000_000), TestPoint.CLERK);
        var bill = paying.bill(order, bill("F-5", 23_000_00), TestPoint.CLERK);

        refused("materials.payment.refusal.no-amount", () -> pay(bill, 0));
        refused("materials.payment.refusal.too-much", () -> pay(bill, 23_000_01));
        refused("materials.bank.refusal.too-little", () -> pay(bill, 20_000_01));
        refused(
                "materials.payment.refusal.day",
                () -> paying.pay(UUID.randomUUID(), bill, clock.today().plusDays(1), 1, "", TestPoint.CLERK));
        pay(bill, 20_000_00);
    }

    private void pay(UUID bill, long amount) {
        paying.pay(UUID.randomUUID(), bill, clock.today(), amount, "", TestPoint.CLERK);
    }

    private long owedUnbilled() {
        return balances.of(suppliers.notBilled(point.fund(), supplier, ""));
    }

    private long owedBilled() {
        return balances.of(suppliers.billed(point.fund(), supplier, ""));
    }

    private NewOrder order(Optional<Fineness> fineness) {
        return new NewOrder(
                UUID.randomUUID(), point, supplier, MaterialCode.SILVER, fineness, 1_000, 11_50, Optional.empty());
    }

    private NewOrder silver(long weight, long price) {
        return new NewOrder(
                UUID.randomUUID(),
                point,
                supplier,
                MaterialCode.SILVER,
                Optional.of(Fineness.ofThousandths(925)),
                weight,
                price,
                Optional.of(clock.today().plusDays(10)));
    }

    private Delivery delivery(long weight) {
        return new Delivery(
                UUID.randomUUID(),
                clock.today(),
                weight,
                Optional.empty(),
                Optional.empty(),
                "BL-7",
                NewLot.Papers.NONE);
    }

    private static Delivery on(LocalDate day, Optional<Long> cost) {
        return new Delivery(UUID.randomUUID(), day, 1_000, Optional.empty(), cost, "", NewLot.Papers.NONE);
    }

    private PayingSuppliers.Bill bill(String reference, long amount) {
        return new PayingSuppliers.Bill(
                UUID.randomUUID(),
                reference,
                clock.today(),
                Optional.of(clock.today().plusDays(30)),
                amount,
                Optional.empty());
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessage(code);
    }
}
