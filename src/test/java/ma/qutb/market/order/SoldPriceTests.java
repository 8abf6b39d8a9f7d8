package ma.qutb.market.order;

import static ma.qutb.market.TestMarket.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.Piece;
import ma.qutb.market.TestMarket;
import ma.qutb.market.delivery.Deliveries;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The passport of a sold piece tells the price it was sold for, whatever such pieces cost later. */
@MarketModuleTest
class SoldPriceTests {

    @Autowired
    MockMvc web;

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
    JdbcClient database;

    @Test
    void thePassportOfASoldPieceKeepsThePriceItWasSoldFor() throws Exception {
        var product = market.onSale(2);
        new TestOrders(placing, keeping, sending, deliveries, database).delivered(product);
        database.sql(
                        "update market.product set price = price + 1000000, part_maker = part_maker + 1000000 where id = :id")
                .param("id", product.value())
                .update();
        var pieces = market.pieces(product);
        var sold = pieces.stream()
                .filter(it -> it.state() == Piece.State.SOLD)
                .findFirst()
                .orElseThrow();
        var there = pieces.stream().filter(it -> it != sold).findFirst().orElseThrow();

        assertThat(PRICE).isEqualTo(680_00);
        web.perform(get("/fr/p/" + sold.serial()))
                .andExpect(content()
                        .string(allOf(
                                containsString("tel qu’au jour de la vente"),
                                containsString("\"price\":\"680.00\""),
                                not(containsString("10680.00")))));
        web.perform(get("/fr/p/" + there.serial()))
                .andExpect(content()
                        .string(allOf(
                                containsString("\"price\":\"10680.00\""),
                                not(containsString("tel qu’au jour de la vente")))));
    }
}
