package ma.qutb.market.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.payment.PaymentMethod.Purchase;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Transfers read on the bank's statement, and what acquirers say they sent there. */
@PaymentTest
class MoneyOnTheAccountTests {

    private static final Poster CLERK = new Poster("00000000-0000-7000-8000-000000000003", "مريم");
    private static final Authentication KEEPS = TestActor.with(Code.SEE_PAYMENTS, Code.TAKE_PAYMENTS);

    @Autowired
    MockMvc web;

    @Autowired
    Payments payments;

    @Autowired
    ReceivingTransfers transfers;

    @Autowired
    MatchingSettlements matching;

    @Autowired
    SettlingPayments settling;

    @Autowired
    EndingPayments ending;

    @Autowired
    PaymentTable table;

    @Autowired
    TestOrders orders;

    @Autowired
    MarketAccounts accounts;

    @Autowired
    Balances balances;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StandingClock clock;

    @Test
    void theWaysToPayAreThoseThatAreSetUpAndFit() {
        assertThat(codes(new Purchase(680_00, false, false))).containsExactly("cash_on_delivery", "card", "transfer");
        assertThat(codes(new Purchase(3000_01, false, false))).containsExactly("card", "transfer");
        assertThat(codes(new Purchase(680_00, true, false))).containsExactly("card", "transfer");
        assertThat(codes(new Purchase(680_00, false, true))).containsExactly("card", "transfer", "at_the_pole");
    }

    @Test
    void whatIsSentTwiceOpensOnePayment() {
        var order = orders.place(100_00);

        assertThat(payments.begin(order, "transfer")).isEqualTo(payments.begin(order, "transfer"));
        assertRefused("market.payment.refusal.method", () -> payments.begin(order, "cash_on_delivery"));
    }

    @Test
    void aTransferIsNotedOnceWithTheLineOfTheStatement() throws Exception {
        var order = orders.place(100_00);
        var id = payments.begin(order, "transfer");
        web.perform(get("/ar/payments/" + id))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("007 780 0001234567890123 96")))
                .andExpect(content().string(containsString(number(id))));
        var path = "/app/payments/" + id;

        for (int n = 0; n < 2; n++) {
            web.perform(post(path + "/receipt")
                            .param("line", "VIR 1 " + id)
                            .param("amount", "100")
                            .with(authentication(KEEPS))
                            .with(csrf()))
                    .andExpect(redirectedUrl(path));
        }

        assertThat(orders.told(order)).containsExactly("paid");
        assertThat(balances.of(accounts.buyer(order.order(), order.number()))).isEqualTo(-100_00);
        web.perform(get(path).with(authentication(KEEPS)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("VIR 1 " + id)));
        assertRefused(
                "market.payment.refusal.paid-already", () -> transfers.received(id.value(), "VIR 9", 100_00, CLERK));
    }

    @Test
    void aTransferOfAnotherAmountOrAUsedLineIsRefused() throws Exception {
        var first = payments.begin(orders.place(100_00), "transfer");
        var second = payments.begin(orders.place(100_00), "transfer");
        transfers.received(first.value(), "VIR 2 " + first, 100_00, CLERK);

        assertRefused(
                "market.payment.refusal.line-used",
                () -> transfers.received(second.value(), "VIR 2 " + first, 100_00, CLERK));
        assertRefused(
                "market.payment.refusal.other-amount", () -> transfers.received(second.value(), "VIR 3", 99_99, CLERK));
        assertRefused("market.payment.refusal.unknown", () -> transfers.received(Ids.next(), "VIR 3", 100_00, CLERK));
        web.perform(post("/app/payments/" + second + "/receipt")
                        .param("line", "VIR 3")
                        .param("amount", "99,99")
                        .with(authentication(KEEPS))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(state(second)).isEqualTo("pending");
    }

    @Test
    void aTransferForACancelledOrderIsTakenAndOwedToTheBuyer() {
        var order = orders.place(100_00);
        var id = payments.begin(order, "transfer");
        orders.cancel(order);
        transaction.executeWithoutResult(_ -> payments.withdraw(order.order()));

        transfers.received(id.value(), "VIR 4 " + id, 100_00, CLERK);

        assertThat(orders.told(order)).containsExactly("paid");
        assertThat(balances.of(accounts.buyer(order.order(), order.number()))).isEqualTo(-100_00);
        transaction.executeWithoutResult(_ -> payments.refunded(id, "VIR 5"));
        assertThat(state(id)).isEqualTo("refunded");
        assertRefused(
                "market.payment.refusal.not-paid",
                () -> transaction.executeWithoutResult(_ -> payments.refunded(id, "VIR 5")));
    }

    @Test
    void aTransferThatNeverComesEndsAfterItsDays() {
        var order = orders.place(100_00);
        var id = payments.begin(order, "transfer");
        clock.forward(Duration.ofDays(5));

        ending.endLate();

        assertThat(state(id)).isEqualTo("abandoned");
        assertThat(orders.told(order)).containsExactly("abandoned");
    }

    @Test
    void aSettlementIsMatchedLineByLineAndTakenOnce() throws Exception {
        var paid = paidByCard(680_00);
        var other = paidByCard(50_00);
        var open = payments.begin(orders.place(70_00), "card");
        long bank = balances.of(accounts.bank());
        long taker = balances.of(accounts.acquirer("cmi"));
        var text = "\uFEFFOID;TransId;Amount;Commission\n"
                + number(paid) + ";X1;680,00;13,60\n"
                + number(other) + ";X2;60.00;1.00\n"
                + number(open) + ";X3;70.00;1.40\n"
                + "T-0-NOBODY;X4;1.00;0\n\n"
                + number(paid) + ";X1;680,00;13,60\n";

        web.perform(sent(text)).andExpect(redirectedUrl("/app/settlements"));

        assertThat(verdicts("X")).containsExactly("matched", "amount", "unpaid", "unknown", "twice");
        assertThat(balances.of(accounts.bank()) - bank).isEqualTo(680_00 - 13_60);
        assertThat(balances.of(accounts.acquirer("cmi")) - taker).isEqualTo(-680_00);
        web.perform(sent(text))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("أُخذ هذا الملف من قبل")));
        assertRefused("market.payment.refusal.settlement-taken", () -> take(text));
        web.perform(get("/app/settlements?verdict=unknown").with(authentication(KEEPS)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("T-0-NOBODY")));
    }

    @Test
    void aFileThatIsNoSettlementIsRefused() throws Exception {
        assertRefused("market.payment.refusal.no-settlement", () -> take("a,b\n1,2\n"));
        assertRefused("market.payment.refusal.no-settlement", () -> take(""));
        assertRefused("market.payment.refusal.settlement-line", () -> take("oid,transid,amount\nQ-1,\"x,1\",12.345\n"));
        web.perform(multipart("/app/settlements")
                        .param("acquirer", "cmi")
                        .with(authentication(KEEPS))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void staffSeePaymentsFilteredAndExported() throws Exception {
        var id = paidByCard(123_45);

        for (var query : List.of("", "?look=unmatched", "?look=late", "?look=worrying", "?state=paid&method=card")) {
            web.perform(get("/app/payments" + query).with(authentication(KEEPS)))
                    .andExpect(status().isOk());
        }
        web.perform(get("/app/payments?q=" + number(id)).with(authentication(KEEPS)))
                .andExpect(content().string(containsString(number(id))));
        web.perform(get("/app/payments").with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isForbidden());
        web.perform(post("/app/payments/" + id + "/receipt")
                        .with(authentication(TestActor.with(Code.SEE_PAYMENTS)))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void noAccountIsTakenForOne() {
        assertThat(Rib.sound("007780000123456789012396")).isTrue();
        assertThat(Rib.sound("007780000123456789012397")).isFalse();
        assertThat(Rib.sound("00778000012345678901239")).isFalse();
    }

    private PaymentId paidByCard(long amount) {
        var id = payments.begin(orders.place(amount), "card");
        transaction.executeWithoutResult(
                _ -> settling.take(table.lock(id.value()).orElseThrow(), "TR-" + id, CLERK));
        return id;
    }

    private UUID take(String text) {
        return matching.take("cmi", "x.csv", text.getBytes(StandardCharsets.UTF_8), CLERK);
    }

    private static org.springframework.test.web.servlet.RequestBuilder sent(String text) {
        return multipart("/app/settlements")
                .file(new MockMultipartFile("file", "s.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .param("acquirer", "cmi")
                .with(authentication(KEEPS))
                .with(csrf());
    }

    private List<String> verdicts(String references) {
        return database.sql("""
            select verdict from market.settlement_line where reference like :references || '%' order by line
            """)
                .param("references", references)
                .query(String.class)
                .list();
    }

    private List<String> codes(Purchase purchase) {
        return payments.offered(purchase).stream().map(PaymentMethod::code).toList();
    }

    private String number(PaymentId id) {
        return table.find(id.value()).orElseThrow().number();
    }

    private String state(PaymentId id) {
        return table.find(id.value()).orElseThrow().state().code();
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
