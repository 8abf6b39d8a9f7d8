package ma.qutb.market.till;

import static ma.qutb.market.TestMarket.PRICE;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.TestMarket;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A piece that went over the hall's counter has a passport and a thread as one that was sent. */
@MarketModuleTest
@Import(TestTill.class)
@TestPropertySource(properties = "qutb.test.database=qutb_till")
class ThreadOfATillSaleTests {

    @Autowired
    MockMvc web;

    @Autowired
    TestTill hall;

    @Autowired
    TestMarket market;

    @Autowired
    JdbcClient database;

    @Test
    void whatIsSoldAtTheTillKeepsItsPriceAndLeadsToItsSale() throws Exception {
        var product = market.onSale(1);
        var piece = market.pieces(product).getFirst();
        var till = hall.open();
        var sale = hall.sell(till, hall.scanned(till, piece), PRICE, Paying.dirhams(PRICE));
        database.sql(
                        "update market.product set price = price + 1000000, part_maker = part_maker + 1000000 where id = :id")
                .param("id", product.value())
                .update();

        web.perform(get("/fr/p/" + piece.serial()))
                .andExpect(content()
                        .string(allOf(containsString("\"price\":\"680.00\""), not(containsString("10680.00")))));
        web.perform(get("/app/pieces/" + piece.id() + "/thread")
                        .with(authentication(TestActor.with(Code.SEE, Code.SEE_TILL))))
                .andExpect(content().string(containsString("/app/till/sales/" + sale)));
    }
}
