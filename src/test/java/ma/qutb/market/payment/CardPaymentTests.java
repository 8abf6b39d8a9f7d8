package ma.qutb.market.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.payment.fake.FakeAcquirer;
import ma.qutb.market.payment.fake.FakeAcquirer.Told;
import ma.qutb.market.payment.fake.Telling;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A buyer, a shop and a bank, each behind a port of its own. */
@PaymentTest
class CardPaymentTests {

    private static final String SHOP = "http://localhost:18473";

    static FakeAcquirer bank;

    @Autowired
    Payments payments;

    @Autowired
    EndingPayments ending;

    @Autowired
    TestOrders orders;

    @Autowired
    MarketAccounts accounts;

    @Autowired
    Balances balances;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StandingClock clock;

    final Buyer buyer = new Buyer();

    @BeforeAll
    static void openTheBank() throws IOException {
        bank = FakeAcquirer.start(18474, "600000000", "TEST|1234", new Telling(4, Duration.ofMillis(300)));
    }

    @AfterAll
    static void closeTheBank() {
        bank.close();
    }

    @Test
    void aBuyerPaysAndTheBankTellsUs() {
        var order = orders.place(128550);
        var payment = payments.begin(order, PaymentMethod.CARD);

        buyer.opens(page(payment));
        assertThat(buyer.form()).containsEntry("amount", "1285.50").containsEntry("BillToName", "زينب | x");
        assertThat(buyer.page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' http://localhost:18474;")
                .contains("script-src 'self'");
        buyer.sends(Map.of());
        assertThat(buyer.page.body()).contains("1285.50 MAD");
        buyer.sends(Map.of("choice", "pay"));

        assertThat(state(order)).isEqualTo(Payments.State.PAID);
        assertThat(orders.told(order)).containsExactly("paid");
        assertThat(told(order)).containsExactly(new Told(number(order), true, "ACTION=POSTAUTH"));
        assertThat(balances.of(accounts.buyer(order.order(), order.number()))).isEqualTo(-128550);
        buyer.sends(Map.of());
        assertThat(buyer.page.uri().getPath()).isEqualTo("/fr/payments/" + payment);
        assertThat(buyer.page.body()).contains("La banque a confirmé le paiement");
    }

    @Test
    void aCardIsRefusedTwiceAndTheThirdIsAccepted() {
        var order = orders.place(5000);
        var payment = payments.begin(order, PaymentMethod.CARD);

        buyer.opens(page(payment)).sends(Map.of());
        buyer.sends(Map.of("choice", "refuse")).sends(Map.of("choice", "refuse"));
        assertThat(state(order)).isEqualTo(Payments.State.REFUSED);
        assertThat(orders.told(order)).isEmpty();
        buyer.sends(Map.of("choice", "pay"));

        assertThat(state(order)).isEqualTo(Payments.State.PAID);
        assertThat(told(order)).extracting(Told::answer).containsExactly("APPROVED", "APPROVED", "ACTION=POSTAUTH");
    }

    @Test
    void whoeverComesBackWithoutPayingMayTryAgain() {
        var order = orders.place(5000);
        var payment = payments.begin(order, PaymentMethod.CARD);

        buyer.opens(page(payment))
                .sends(Map.of())
                .sends(Map.of("choice", "back"))
                .sends(Map.of());

        assertThat(buyer.page.uri().getQuery()).isEqualTo("back=fail");
        assertThat(buyer.page.body()).contains("Essayer de nouveau");
        assertThat(state(order)).isEqualTo(Payments.State.PENDING);
    }

    @Test
    void theBrowsersReturnMarksNothingPaid() {
        var order = orders.place(5000);
        var payment = payments.begin(order, PaymentMethod.CARD);

        buyer.posts(URI.create(page(payment) + "/back/ok"), Map.of("ProcReturnCode", "00", "Response", "Approved"));

        assertThat(state(order)).isEqualTo(Payments.State.PENDING);
        assertThat(buyer.page.body()).contains("Nous attendons la banque");
        assertThat(buyer.page.headers().firstValue("Refresh")).hasValue("3; url=?back=ok&waited=1");
        assertThat(orders.told(order)).isEmpty();
    }

    @Test
    void theMachineStopsBetweenPaymentAndOrderAndTheBankTellsUsAgain() {
        var order = orders.place(5000);
        var payment = payments.begin(order, PaymentMethod.CARD);
        buyer.opens(page(payment)).sends(Map.of());
        orders.broken = true;
        Thread.ofVirtual().start(() -> {
            while (troubles(payment) == 0) {
                Thread.onSpinWait();
            }
            orders.broken = false;
        });

        buyer.sends(Map.of("choice", "pay"));

        assertThat(state(order)).isEqualTo(Payments.State.PAID);
        assertThat(orders.told(order)).containsExactly("paid");
        assertThat(told(order)).containsExactly(new Told(number(order), true, "ACTION=POSTAUTH"));
        assertThat(balances.of(accounts.buyer(order.order(), order.number()))).isEqualTo(-5000);
    }

    @Test
    void theBanksPageIsClosedAndThePiecesGoBackAfterTheirTime() {
        var order = orders.place(5000);
        var payment = payments.begin(order, PaymentMethod.CARD);
        clock.forward(Duration.ofMinutes(20));
        buyer.opens(page(payment)).sends(Map.of()).sends(Map.of("choice", "close"));
        assertThat(orders.keptUntil.get(order.order()))
                .as("kept longer while the bank's page is open")
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));

        clock.forward(Duration.ofMinutes(29));
        ending.endLate();
        assertThat(state(order)).isEqualTo(Payments.State.PENDING);
        clock.forward(Duration.ofMinutes(1));
        ending.endLate();

        assertThat(state(order)).isEqualTo(Payments.State.ABANDONED);
        assertThat(orders.told(order)).containsExactly("abandoned");
        assertThat(buyer.opens(page(payment)).page.body()).contains("Rien n’a été pris");
    }

    @Test
    void openingThePageAgainAndAgainKeepsPiecesNoLongerThanFourTimes() {
        var order = orders.place(5000);
        var payment = payments.begin(order, PaymentMethod.CARD);
        var first = clock.instant();
        for (int n = 0; n < 6; n++) {
            buyer.opens(page(payment));
            clock.forward(Duration.ofMinutes(25));
        }

        assertThat(orders.keptUntil.get(order.order())).isEqualTo(first.plus(Duration.ofMinutes(120)));
    }

    @Test
    void aCancelledOrderLeadsToNoBank() {
        var order = orders.place(5000);
        var payment = payments.begin(order, PaymentMethod.CARD);
        orders.cancel(order);
        transaction.executeWithoutResult(_ -> payments.withdraw(order.order()));

        assertThat(buyer.opens(page(payment)).page.body())
                .doesNotContain("/fim/est3Dgate")
                .contains("Rien n’a été pris");
    }

    @Test
    void anAddressNobodyHasIsNotFound() {
        assertThat(buyer.opens(page(PaymentId.next())).page.statusCode()).isEqualTo(404);
    }

    private int troubles(PaymentId payment) {
        return messages.count(payment, "callback", "fault");
    }

    @Autowired
    Messages messages;

    private Payments.State state(Payable order) {
        return payments.of(order.order()).getFirst().state();
    }

    private String number(Payable order) {
        return bank.told().stream()
                .map(Told::number)
                .filter(it -> it.startsWith(order.number() + "-"))
                .findFirst()
                .orElseThrow();
    }

    private java.util.List<Told> told(Payable order) {
        return bank.told().stream()
                .filter(it -> it.number().startsWith(order.number() + "-"))
                .toList();
    }

    private URI page(PaymentId payment) {
        return URI.create(SHOP + payments.path(payment, Language.FR));
    }
}
