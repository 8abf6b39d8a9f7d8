package ma.qutb.market.payout;

import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Source;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.PriceParts;
import ma.qutb.market.TestMarket;
import ma.qutb.market.earning.Earnings;
import ma.qutb.market.earning.Fulfilment;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.earning.PaidToMakers;
import ma.qutb.market.earning.Returned;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@MarketModuleTest
@TestPropertySource(properties = {"qutb.test.database=qutb_payout", "qutb.market.bank-rib=011810000012345678901245"})
class PayoutTests {

    private static final PriceParts PARTS = new PriceParts(680_00, 370_00, 210_00, 68_00, 20_40, 11_60, 0);
    private static final long TO_MAKER = 580_00;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestMarket market;

    @Autowired
    Earnings earnings;

    @Autowired
    MarketAccounts accounts;

    @Autowired
    Balances balances;

    @Autowired
    Ledger ledger;

    @Autowired
    PayingOut paying;

    @Autowired
    Dues dues;

    @Autowired
    Payouts payouts;

    @Autowired
    PaidToMakers total;

    @Autowired
    UnpaidMakers unpaid;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    MakerId maker;

    @BeforeEach
    void aMakerWithNothingLeftOver() {
        market.onSale(1);
        maker = market.cooperative();
        clock.toNextMonth();
        var left = dues.due(maker, until());
        if (left.earned() > 0) {
            paid(onlyPayout(paying.run(Ids.next(), until(), SELLER)));
        }
    }

    @Test
    void aPayoutIsPendingUntilItsPaperIsThereAndOnlyThenPosted() {
        sells();
        clock.toNextMonth();
        long owed = dues.owed(maker);
        long before = total.now().paid();

        var payout = onlyPayout(paying.run(Ids.next(), until(), SELLER));
        assertThat(payout.net()).isEqualTo(TO_MAKER);
        assertThat(payout.state()).isEqualTo(Payout.State.PENDING);
        assertThat(dues.owed(maker)).isEqualTo(owed);
        assertThatExceptionOfType(org.springframework.dao.DataIntegrityViolationException.class)
                .as("the database keeps it too")
                .isThrownBy(() -> database.sql("update market.payout set state = 'paid', paid_on = :day where id = :id")
                        .param("day", clock.today())
                        .param("id", payout.id())
                        .update());

        paid(payout);

        assertThat(payouts.find(payout.id()).orElseThrow().state()).isEqualTo(Payout.State.PAID);
        assertThat(dues.owed(maker)).isEqualTo(owed - TO_MAKER);
        clock.forward(java.time.Duration.ofMinutes(2));
        assertThat(total.now().paid()).isEqualTo(before + TO_MAKER);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> paid(payout))
                .withMessage("market.payout.refusal.meanwhile");
    }

    @Test
    void twoRunsAtOncePayOnce() throws Exception {
        sells();
        sells();
        clock.toNextMonth();
        var ready = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var runs = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> {
                        ready.await();
                        try {
                            return paying.run(Ids.next(), until(), SELLER);
                        } catch (Refusal nothing) {
                            return null;
                        }
                    }))
                    .toList();
            ready.countDown();
            for (var run : runs) {
                run.get();
            }
        }

        var pending = payouts.of(maker).stream()
                .filter(it -> it.state() == Payout.State.PENDING)
                .toList();
        assertThat(pending).extracting(Payout::net).containsExactly(2 * TO_MAKER);
        paid(pending.getFirst());
    }

    @Test
    void theSameFormSentTwiceIsOneRun() {
        sells();
        clock.toNextMonth();
        var key = Ids.next();

        assertThat(paying.run(key, until(), SELLER)).isEqualTo(paying.run(key, until(), SELLER));
        assertThat(payouts.ofRun(key)).hasSize(1);
        paid(payouts.ofRun(key).getFirst());
    }

    @Test
    void aReturnAfterThePayoutIsTakenFromTheNextPeriod() {
        var line = sells();
        clock.toNextMonth();
        paid(onlyPayout(paying.run(Ids.next(), until(), SELLER)));

        comesBack(line);
        assertThat(dues.owed(maker)).isEqualTo(-TO_MAKER);
        clock.toNextMonth();
        assertThatExceptionOfType(Refusal.class)
                .as("nobody is paid less than nothing")
                .isThrownBy(() -> paying.run(Ids.next(), until(), SELLER))
                .withMessage("market.payout.refusal.nothing");

        sells();
        sells();
        clock.toNextMonth();
        var next = onlyPayout(paying.run(Ids.next(), until(), SELLER));
        assertThat(next.net()).isEqualTo(TO_MAKER);
        assertThat(payouts.lines(next.id())).extracting(PayoutLine::amount).contains(-TO_MAKER);
        paid(next);
        assertThat(dues.owed(maker)).isZero();
    }

    @Test
    void nothingEarnedIsNothingPaid() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> paying.run(Ids.next(), until(), SELLER))
                .withMessage("market.payout.refusal.nothing");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> paying.run(Ids.next(), clock.today(), SELLER))
                .withMessage("market.payout.refusal.not-over");
    }

    @Test
    void moneyOfBuyersThatTheMakerHoldsIsSetOff() {
        sells();
        holds(200_00);
        clock.toNextMonth();

        var payout = onlyPayout(paying.run(Ids.next(), until(), SELLER));
        assertThat(payout.held()).isEqualTo(200_00);
        assertThat(payout.net()).isEqualTo(TO_MAKER - 200_00);
        paid(payout);
        assertThat(balances.of(accounts.held(maker))).isZero();
        assertThat(dues.owed(maker)).isZero();
    }

    @Test
    void whoHoldsMoreThanWasEarnedGetsNothingAndOwesTheRest() {
        sells();
        holds(600_00);
        clock.toNextMonth();

        var payout = onlyPayout(paying.run(Ids.next(), until(), SELLER));

        assertThat(payout.method()).isEqualTo(Payout.Method.OFFSET);
        assertThat(payout.state()).isEqualTo(Payout.State.PAID);
        assertThat(balances.of(accounts.held(maker))).isEqualTo(20_00);
        holds(-20_00);
    }

    @Test
    void aStatementThatTheLedgerDoesNotConfirmIsLeftOutWhole() {
        sells();
        var slip = slipOfThePen(1);
        clock.toNextMonth();

        var run = paying.run(Ids.next(), until(), SELLER);

        assertThat(payouts.ofRun(run)).isEmpty();
        assertThat(database.sql("select reason from market.payout_failure where run_id = :run")
                        .param("run", run)
                        .query(String.class)
                        .list())
                .containsExactly("market.payout.refusal.differs");
        transactions.executeWithoutResult(status -> ledger.reverse(slip, Ids.next(), "test", SELLER));
        paid(onlyPayout(paying.run(Ids.next(), until(), SELLER)));
    }

    @Test
    void aCancelledPayoutFreesItsLinesForTheNextRun() {
        sells();
        clock.toNextMonth();
        var first = onlyPayout(paying.run(Ids.next(), until(), SELLER));

        paying.cancel(first.id(), "le compte est fermé", SELLER);

        var second = onlyPayout(paying.run(Ids.next(), until(), SELLER));
        assertThat(second.net()).isEqualTo(first.net());
        paid(second);
    }

    @Test
    void theKeyOfARibIsChecked() {
        assertThat(Rib.typed("011 810 0000123456789012 45").iban())
                .startsWith("MA")
                .hasSize(28);
        assertThat(new java.math.BigInteger(Rib.typed("011810000012345678901245")
                                        .iban()
                                        .substring(4) + "2210"
                                + Rib.typed("011810000012345678901245").iban().substring(2, 4))
                        .mod(java.math.BigInteger.valueOf(97)))
                .isEqualTo(1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Rib.typed("011810000012345678901246"))
                .withMessage("market.payout.refusal.rib");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Rib.typed("0118100000"))
                .withMessage("market.payout.refusal.rib-length");
    }

    @Test
    void transfersGoToTheBankInAFileItCanRead() throws Exception {
        paying.account(maker.value(), "=Coopérative & fils", "011810000012345678901245", SELLER);
        sells();
        clock.toNextMonth();
        var run = paying.run(Ids.next(), until(), SELLER);
        var payout = onlyPayout(run);

        assertThat(payout.method()).isEqualTo(Payout.Method.TRANSFER);
        var pay = authentication(TestActor.with(Code.PAY_OUT, Code.SEE));
        var xml = mvc.perform(get("/app/payouts/runs/" + run + "/bank.xml").with(pay))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        var document = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("CtrlSum").item(0).getTextContent())
                .isEqualTo("580.00");
        assertThat(document.getElementsByTagName("EndToEndId").item(0).getTextContent())
                .isEqualTo(payout.said());
        assertThat(document.getElementsByTagName("Nm").item(2).getTextContent()).isEqualTo("=Coopérative & fils");
        mvc.perform(get("/app/payouts/runs/" + run + "/bank.csv").with(pay))
                .andExpect(content().string(allOf(containsString("\"'=Coop"), containsString(";580.00;MAD"))));
        paid(payout);
    }

    @Test
    void anUnrunPayoutIsToldOnceAMonth() {
        sells();
        clock.toNextMonth();
        unpaid.look();
        assertThat(alerts()).as("a few days are left to whoever pays").isZero();

        clock.forward(java.time.Duration.ofDays(6));
        unpaid.look();
        unpaid.look();

        assertThat(alerts()).isEqualTo(1);
        paid(onlyPayout(paying.run(Ids.next(), until(), SELLER)));
    }

    @Test
    void whoPaysSeesWhatIsDueRunsItAndAttachesTheSignedPaper() throws Exception {
        sells();
        clock.toNextMonth();
        var pay = authentication(TestActor.with(Code.PAY_OUT, Code.SEE));
        mvc.perform(get("/app/payouts/new").with(pay))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("580,00")));
        mvc.perform(post("/app/payouts/runs")
                        .param("key", Ids.next().toString())
                        .param("until", until().toString())
                        .with(pay)
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/app/payouts/runs/*"));
        var payout = payouts.of(maker).getFirst();
        mvc.perform(get("/app/payouts").with(pay)).andExpect(content().string(containsString(payout.said())));
        mvc.perform(get("/app/payouts/runs/" + payout.run()).with(pay)).andExpect(status().isOk());
        mvc.perform(get(payout.path() + "/receipt.pdf").with(pay))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        mvc.perform(multipart(payout.path() + "/confirmation")
                        .param("paid", clock.today().toString())
                        .with(pay)
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(payouts.find(payout.id()).orElseThrow().state()).isEqualTo(Payout.State.PENDING);
        paid(payout);
        mvc.perform(get(payout.path()).with(pay)).andExpect(status().isOk());
        mvc.perform(get("/app/payouts").with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isForbidden());
    }

    private long alerts() {
        return database.sql("select count(*) from market.payout_alert where month = :month")
                .param("month", clock.today().withDayOfMonth(1))
                .query(Long.class)
                .single();
    }

    private LocalDate until() {
        return clock.today().withDayOfMonth(1).minusDays(1);
    }

    private Payout onlyPayout(UUID run) {
        return payouts.ofRun(run).stream()
                .filter(it -> it.maker().equals(maker))
                .findFirst()
                .orElseThrow();
    }

    private void paid(Payout payout) {
        paying.confirm(payout.id(), Ids.next(), clock.today(), SELLER);
    }

    /** One piece, paid to the bank; answers its line. */
    private UUID sells() {
        var line = Ids.next();
        transactions.executeWithoutResult(status -> earnings.fulfil(
                new Fulfilment(
                        Ids.next(),
                        "C-" + line,
                        new Source("market-payout", Ids.next()),
                        List.of(new Fulfilment.Line(line, maker, PARTS)),
                        0,
                        accounts.bank(),
                        List.of(new Fulfilment.Paid(accounts.bank(), PARTS.price()))),
                SELLER));
        return line;
    }

    private void comesBack(UUID line) {
        transactions.executeWithoutResult(status -> earnings.reverse(
                new Returned(
                        Ids.next(),
                        "R-" + line,
                        new Source("market-payout", Ids.next()),
                        List.of(line),
                        0,
                        accounts.bank()),
                SELLER));
    }

    /** Buyers paid the maker at a stand. */
    private void holds(long amount) {
        transactions.executeWithoutResult(status -> {
            var draft = Draft.of(accounts.book(), Ids.next(), Earnings.SALE, clock.today());
            ledger.post(
                    amount > 0
                            ? draft.debit(accounts.held(maker), amount).credit(accounts.bank(), amount)
                            : draft.debit(accounts.bank(), -amount).credit(accounts.held(maker), -amount),
                    SELLER);
        });
    }

    /** Somebody posts to the maker's account by hand, without a line of earning. */
    private ma.qutb.ledger.EntryId slipOfThePen(long amount) {
        return transactions.execute(status -> ledger.post(
                Draft.of(accounts.book(), Ids.next(), Earnings.SALE, clock.today())
                        .debit(accounts.bank(), amount)
                        .credit(accounts.maker(maker), amount),
                SELLER));
    }
}
