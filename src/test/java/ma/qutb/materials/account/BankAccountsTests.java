package ma.qutb.materials.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.Payment;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.materials.counter.UndoingSales;
import ma.qutb.materials.till.KeepingTheTill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@MaterialsModuleTest
@Import(TestCounter.class)
class BankAccountsTests {

    private static final String TOO_LITTLE = "materials.bank.refusal.too-little";

    @Autowired
    KeepingTheTill tills;

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

    /** 377.75 dirhams on the bank account. */
    @BeforeEach
    void sellByTransfer() {
        clock.forward(Duration.ofMinutes(1));
        counter.quote("12.50");
        point = counter.open();
        points.silver(point, 1_000_000, 999, 10_000_00);
        var request = counter.cash(point, counter.jeweller(), 25_000).paidBy(Payment.TRANSFER, "VIR 12");
        sale = selling.sell(request, TestCounter.CLERK);
    }

    @Test
    void noMoreChangeIsFetchedThanTheBankHolds() {
        refused(() -> fetch(377_76));

        fetch(377_75);

        assertThat(bank()).isZero();
    }

    @Test
    void aSalePaidByTransferIsNotUndoneOnceItsMoneyIsSpent() {
        fetch(1);
        refused(this::undo);

        points.payIn(point, 1);
        undo();

        assertThat(bank()).isZero();
    }

    @Test
    void ofTwoWhoTakeTheSameMoneyOneIsRefused() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var undone = threads.submit(() -> answer(this::undo));
            var fetched = threads.submit(() -> answer(() -> fetch(377_75)));

            assertThat(List.of(undone.get(), fetched.get())).containsExactlyInAnyOrder("done", TOO_LITTLE);
        }
        assertThat(bank()).isZero();
    }

    private static String answer(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private void fetch(long centimes) {
        tills.fetch(Ids.next(), point, counter.till(point), centimes, "RT 1", TestCounter.CLERK);
    }

    private void undo() {
        undoing.undo(sale, Ids.next(), "خطأ في الوزن", TestCounter.CLERK);
    }

    private long bank() {
        return balances.of(counter.account(point, ChartRole.BANK));
    }

    private static void refused(Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(TOO_LITTLE);
    }
}
