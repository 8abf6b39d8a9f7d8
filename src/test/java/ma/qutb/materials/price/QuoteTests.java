package ma.qutb.materials.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.Prices;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.TestCounter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@MaterialsModuleTest
@Import(TestCounter.class)
class QuoteTests {

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    Prices prices;

    @Autowired
    PriceTable table;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    @Test
    void ofQuotesOfOneInstantTheLaterWrittenCounts() {
        clock.forward(Duration.ofMinutes(1));
        var point = counter.open();
        points.silver(point, 1_000_000, 999, 5_000_00);
        for (int i = 0; i < 12; i++) {
            var price = i % 2 == 0 ? "10" : "12";
            counter.quote(price);

            assertThat(prices.replacement(MaterialCode.SILVER, LocalDate.now(clock))
                            .orElseThrow()
                            .price())
                    .isEqualTo(TestCounter.price(price));
            assertThat(table.quotes(MaterialCode.SILVER, 1).getFirst().quote().price())
                    .isEqualTo(TestCounter.price(price));
            var sale = selling.sell(counter.cash(point, counter.jeweller(), 1_000), TestCounter.CLERK);
            assertThat(database.sql("select replacement from materials.sale_line where sale_id = :sale")
                            .param("sale", sale.value())
                            .query(Long.class)
                            .single())
                    .isEqualTo(i % 2 == 0 ? 9_99 : 11_99);
        }
    }
}
