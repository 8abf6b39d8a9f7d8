package ma.qutb.market.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Role;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.payment.fake.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the acquirer, or somebody who would be it, sends to our port. */
@PaymentTest
class CallbackTests {

    private static final String KEY = "TEST|1234";
    private static final URI CALLBACK = URI.create("http://localhost:18473/payments/cmi/callback");

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
    JdbcClient database;

    @Autowired
    StandingClock clock;

    @Autowired
    TestAccounts people;

    final Buyer somebody = new Buyer();
    Payable order;
    PaymentId payment;

    @BeforeEach
    void begin() {
        // A minute of its own: forged messages of other tests are forgotten.
        clock.forward(Duration.ofMinutes(2));
        people.with(Role.DIRECTOR);
        order = orders.place(680_00);
        payment = payments.begin(order, PaymentMethod.CARD);
    }

    @Test
    void aReplayedCallbackIsAnsweredTheSameAndChangesNothing() {
        var yes = Outcome.accepted(asked(), KEY);

        assertThat(told(yes)).isEqualTo("ACTION=POSTAUTH");
        assertThat(told(yes)).isEqualTo("ACTION=POSTAUTH");

        assertThat(orders.told(order)).containsExactly("paid");
        assertThat(owed()).isEqualTo(680_00);
        assertThat(verdicts()).containsExactly("paid", "repeated");
    }

    @Test
    void twentyAtOnceSettleItOnce() throws Exception {
        var yes = Outcome.accepted(asked(), KEY);
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = many.invokeAll(java.util.Collections.nCopies(20, (Callable<String>)
                    () -> new Buyer().posts(CALLBACK, yes).page.body()));
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo("ACTION=POSTAUTH");
            }
        }

        assertThat(orders.told(order)).containsExactly("paid");
        assertThat(owed()).isEqualTo(680_00);
    }

    @Test
    void aForgedCallbackIsKeptAndNotBelieved() {
        var forged = Outcome.accepted(asked(), "a key somebody guessed");

        assertThat(told(forged)).isEqualTo("FAILURE");
        assertThat(told(without(Outcome.accepted(asked(), KEY), "HASH"))).isEqualTo("FAILURE");
        var changed = Outcome.refused(asked(), KEY);
        changed.put("ProcReturnCode", "00");
        assertThat(told(changed)).isEqualTo("FAILURE");

        assertThat(state()).isEqualTo(Payments.State.PENDING);
        assertThat(orders.told(order)).isEmpty();
        assertThat(verdicts()).containsExactly("forged", "forged", "forged");
        assertThat(notices("market.payment.told.forged")).as("told once").isEqualTo(1);
    }

    @Test
    void anotherMerchantsSignedCallbackIsNotBelieved() {
        assertThat(told(Outcome.said(asked(), KEY, Map.of("ProcReturnCode", "00", "clientid", "600000001"))))
                .isEqualTo("FAILURE");
        assertThat(state()).isEqualTo(Payments.State.PENDING);
    }

    @Test
    void aLateCallbackStillPaysWhatTheOrderStillWants() {
        clock.forward(Duration.ofMinutes(31));
        ending.endLate();

        assertThat(told(Outcome.accepted(asked(), KEY))).isEqualTo("ACTION=POSTAUTH");

        assertThat(state()).isEqualTo(Payments.State.PAID);
        assertThat(verdicts()).containsExactly("late");
        assertThat(orders.told(order)).containsExactly("abandoned", "paid");
    }

    @Test
    void nothingIsTakenForACancelledOrderAndStaffAreTold() {
        orders.cancel(order);

        assertThat(told(Outcome.accepted(asked(), KEY))).isEqualTo("APPROVED");

        assertThat(state()).isEqualTo(Payments.State.PENDING);
        assertThat(orders.told(order)).isEmpty();
        assertThat(owed()).isZero();
        assertThat(notices("market.payment.told.closed")).isEqualTo(1);
    }

    @Test
    void anotherAmountNeverPays() {
        for (var amount : List.of("679.99", "6800", "680.000", "68,00", "-680.00", "")) {
            assertThat(told(Outcome.said(asked(), KEY, Map.of("ProcReturnCode", "00", "amount", amount))))
                    .as(amount)
                    .isEqualTo("APPROVED");
        }
        assertThat(told(Outcome.said(asked(), KEY, Map.of("ProcReturnCode", "00", "currency", "840"))))
                .isEqualTo("APPROVED");

        assertThat(state()).isEqualTo(Payments.State.PENDING);
        assertThat(orders.told(order)).isEmpty();
        assertThat(notices("market.payment.told.amount")).as("told once").isEqualTo(1);
    }

    @Test
    void aSecondTransactionOfThePaidOrderIsNotTaken() {
        assertThat(told(Outcome.accepted(asked(), KEY))).isEqualTo("ACTION=POSTAUTH");
        assertThat(told(Outcome.accepted(asked(), KEY))).isEqualTo("APPROVED");

        assertThat(owed()).isEqualTo(680_00);
        assertThat(notices("market.payment.told.twice")).isEqualTo(1);
    }

    @Test
    void aRefusalAfterSuccessChangesNothing() {
        told(Outcome.accepted(asked(), KEY));

        assertThat(told(Outcome.refused(asked(), KEY))).isEqualTo("APPROVED");
        assertThat(state()).isEqualTo(Payments.State.PAID);
    }

    @Test
    void whatCarriesNoTransactionNumberIsNotTaken() {
        var bare = without(Outcome.said(asked(), KEY, Map.of("ProcReturnCode", "00")), "HASH");
        var nameless = without(without(bare, "TransId"), "AuthCode");
        nameless.put("HASH", ma.qutb.market.payment.cmi.HashV3.of(nameless, KEY));

        assertThat(told(nameless)).isEqualTo("APPROVED");
        assertThat(state()).isEqualTo(Payments.State.PENDING);
        assertThat(notices("market.payment.told.unreadable")).isEqualTo(1);
    }

    @Test
    void aNumberNobodyKnowsIsNoted() {
        var other = asked();
        other.put("oid", "T-0-NOBODY");

        assertThat(told(Outcome.accepted(other, KEY))).isEqualTo("APPROVED");
        assertThat(told(Outcome.accepted(other, "wrong"))).isEqualTo("FAILURE");
    }

    @Test
    void somethingGoesWrongHereAndTheSameCallbackSettlesItLater() {
        orders.broken = true;
        var yes = Outcome.accepted(asked(), KEY);
        assertThat(told(yes)).isEqualTo("FAILURE");
        assertThat(state()).isEqualTo(Payments.State.PENDING);
        assertThat(owed()).isZero();
        orders.broken = false;

        assertThat(told(yes)).isEqualTo("ACTION=POSTAUTH");

        assertThat(verdicts()).containsExactly("fault", "paid");
        assertThat(owed()).isEqualTo(680_00);
    }

    @Test
    void valuesComeAsTheyStoodOnAPage() {
        var yes = new TreeMap<>(Outcome.accepted(asked(), KEY));
        yes.put("BillToName", "&#1586;ينب &amp; x\n");
        var signed = new TreeMap<>(yes);
        signed.put("BillToName", "زينب & x");
        yes.put("HASH", ma.qutb.market.payment.cmi.HashV3.of(signed, KEY));

        assertThat(told(yes)).isEqualTo("ACTION=POSTAUTH");
    }

    @Test
    void secretsOfCardsAreNotKept() {
        told(Outcome.said(
                asked(),
                KEY,
                Map.of(
                        "ProcReturnCode",
                        "00",
                        "pan",
                        "4000000000000002",
                        "cv2",
                        "123",
                        "note",
                        "4000 0000 0000 0002 x")));

        assertThat(database.sql("select fields::text from market.payment_message where payment_id = :id")
                        .param("id", payment.value())
                        .query(String.class)
                        .list())
                .noneMatch(it -> it.contains("4000000000000002") || it.contains("4000 0000") || it.contains("\"123\""))
                .anyMatch(it -> it.contains("680.00"));
    }

    @Test
    void whatIsTooLargeComesTwiceOrInTheAddressIsNotRead() {
        assertThat(somebody.posts(CALLBACK, Map.of("a", "x".repeat(40_000)))
                        .page
                        .statusCode())
                .isEqualTo(413);
        assertThat(somebody.posts(URI.create(CALLBACK + "?oid=1"), Outcome.accepted(asked(), KEY))
                        .page
                        .statusCode())
                .isEqualTo(400);
        assertThat(somebody.opens(CALLBACK).page.statusCode()).isEqualTo(405);
        assertThat(somebody.posts(URI.create("http://localhost:18473/payments/nobody/callback"), asked())
                        .page
                        .statusCode())
                .isEqualTo(404);
        assertThat(state()).isEqualTo(Payments.State.PENDING);
    }

    @Test
    void aFloodOfForgedCallbacksFillsNothingAndHoldsUpNobody() {
        var forged = Outcome.accepted(asked(), "wrong");
        int last = 0;
        for (int n = 0; n < 70; n++) {
            last = somebody.posts(CALLBACK, forged).page.statusCode();
        }

        assertThat(last).isEqualTo(429);
        assertThat(verdicts()).hasSize(60);
        assertThat(told(Outcome.accepted(asked(), KEY))).isEqualTo("ACTION=POSTAUTH");
    }

    @Test
    void anotherAcquirerIsOneClass() {
        var other = orders.place(50_00);
        database.sql("""
            insert into market.payment (id, number, order_id, order_number, method, acquirer, state, amount, language, tracking_path,
                demonstration, begun_at, expires_at, reason)
            values (:id, :number, :order, :number, 'card', 'small', 'pending', 5000, 'fr', '/fr', false, now(), now() + interval '1 day', '')
            """)
                .param("id", other.order())
                .param("number", other.number())
                .param("order", other.order())
                .update();
        var said = Map.of(
                "ref", other.number(), "centimes", "5000", "result", "yes", "transaction", "77-" + other.number());
        var small = URI.create("http://localhost:18473/payments/small/callback");

        assertThat(somebody.posts(small, said).page.body()).isEqualTo("again");
        var signed = new HashMap<>(said);
        signed.put("word", SmallAcquirer.WORD);
        assertThat(somebody.posts(small, signed).page.body()).isEqualTo("take");
        assertThat(orders.told(other)).containsExactly("paid");
        assertThat(somebody.opens(URI.create("http://localhost:18473/fr/payments/" + other.order()))
                        .page
                        .body())
                .contains("La banque a confirmé le paiement");
    }

    @Test
    void whatWasSaidNeverChanges() {
        told(Outcome.refused(asked(), KEY));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> database.sql("delete from market.payment_message where payment_id = :id")
                                .param("id", payment.value())
                                .update()))
                .isNotNull();
    }

    private Map<String, String> asked() {
        var fields = new TreeMap<String, String>();
        fields.put("oid", number());
        fields.put("clientid", "600000000");
        fields.put("amount", "680.00");
        fields.put("currency", "504");
        return fields;
    }

    private String told(Map<String, String> fields) {
        return somebody.posts(CALLBACK, fields).page.body();
    }

    private static Map<String, String> without(Map<String, String> fields, String name) {
        var fewer = new TreeMap<>(fields);
        fewer.remove(name);
        return fewer;
    }

    private String number() {
        return database.sql("select number from market.payment where id = :id")
                .param("id", payment.value())
                .query(String.class)
                .single();
    }

    private Payments.State state() {
        return payments.of(order.order()).getFirst().state();
    }

    private List<String> verdicts() {
        return database.sql(
                        "select verdict from market.payment_message where payment_id = :id and kind = 'callback' order by id")
                .param("id", payment.value())
                .query(String.class)
                .list();
    }

    /** How often one of those who keep the money was told of this order. */
    private int notices(String message) {
        return database.sql("""
            select coalesce(max(n), 0)::int from (
              select count(*) as n from identity.notification
               where message = :message and arguments::text like '%' || :order || '%' group by account) as each
            """)
                .param("message", message)
                .param("order", order.number())
                .query(Integer.class)
                .single();
    }

    private long owed() {
        return -balances.of(accounts.buyer(order.order(), order.number()));
    }
}
