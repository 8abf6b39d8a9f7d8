package ma.qutb.market.order;

import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import ma.qutb.kernel.Ids;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.TestMarket;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.payout.PayingOut;
import ma.qutb.market.payout.Payout;
import ma.qutb.market.payout.Payouts;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A carpet from the shelf to the paid cooperative: each step is a link. */
@MarketModuleTest
// What is owed to the cooperative is what this test sells.
@TestPropertySource(properties = "qutb.test.database=qutb_thread")
class ThreadOfAPieceTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestMarket market;

    @Autowired
    PlacingOrders placing;

    @Autowired
    KeepingOrders keeping;

    @Autowired
    SendingOrders sending;

    @Autowired
    Deliveries deliveries;

    @Autowired
    PayingOut paying;

    @Autowired
    Payouts payouts;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    @Test
    void theThreadOfASoldPieceLeadsToItsOrderAndToThePayoutOfItsMaker() throws Exception {
        var product = market.onSale(1);
        var piece = market.piece(product);
        var order = new TestOrders(placing, keeping, sending, deliveries, database).cash(product);
        keeping.confirm(order.id(), "", SELLER);
        keeping.ready(order.id(), SELLER);
        sending.send(order.id(), "EE000111222MA", SELLER);
        sending.deliver(order.id(), SELLER);
        clock.toNextMonth();

        var run = paying.run(Ids.next(), clock.today().withDayOfMonth(1).minusDays(1), SELLER);
        var payout = payouts.ofRun(run).stream()
                .filter(it -> it.maker().equals(market.cooperative()))
                .findFirst()
                .orElseThrow();
        paying.confirm(payout.id(), Ids.next(), clock.today(), SELLER);

        assertThat(payouts.find(payout.id()).orElseThrow().state()).isEqualTo(Payout.State.PAID);
        mvc.perform(get("/app/pieces/" + piece.id() + "/thread")
                        .with(authentication(TestActor.with(Code.SEE, Code.SEE_ORDERS, Code.PAY_OUT))))
                .andExpect(content()
                        .string(allOf(
                                containsString("/app/products/" + product),
                                containsString("/p/" + piece.serial()),
                                containsString("/app/orders/" + order.id()),
                                containsString("/app/payouts/" + payout.id()))));
    }
}
