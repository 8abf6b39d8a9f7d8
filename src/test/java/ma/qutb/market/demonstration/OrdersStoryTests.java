package ma.qutb.market.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Eighteen months of made-up orders, told over the made-up shop. */
@SpringBootTest
@TestPropertySource(properties = {"qutb.demo=true", "qutb.demo.story=false", "qutb.test.database=qutb_orders_story"})
class OrdersStoryTests {

    @Autowired
    TellingTheCatalogue catalogue;

    @Autowired
    TellingOrders telling;

    @Autowired
    JdbcClient database;

    @Test
    void monthsOfOrdersAreToldOnceOnTheDaysTheyHappenedAndTheMoneyIsWhereTheLedgerSays() {
        catalogue.tell(0, 70);
        assertThat(telling.tell(18, 120, () -> true)).isEqualTo(120);

        assertThat(telling.tell(18, 120, () -> true)).isZero();
        assertThat(count("select count(*) from market.buyer_order where demonstration"))
                .isEqualTo(122);
        assertThat(count("select count(*) from market.commission where state = 'begun'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from market.commission where state = 'made'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from market.buyer_order where placed_at > now() - interval '1 hour'"))
                .isZero();
        assertThat(count("select count(distinct date_trunc('month', placed_at)) from market.buyer_order"))
                .isGreaterThan(16);
        assertThat(count("select count(distinct state) from market.buyer_order"))
                .isGreaterThan(3);
        assertThat(count("select count(*) from market.buyer_order where money = 'reconciled'"))
                .isGreaterThan(20);
        assertThat(count("select count(*) from market.buyer_order where state = 'refused'"))
                .isGreaterThan(5);
        assertThat(count("""
            select count(*) from market.order_line l join market.buyer_order o on o.id = l.order_id
             where o.state in ('delivered', 'returned') and not exists (
                select from market.earning e where e.line_id = l.id and e.kind = 'sale')
            """)).isZero();
        theLastDaysAtTheTillAreWhole();
        // What carriers owe by the orders is what they owe by the book.
        assertThat(count("select coalesce(sum(carrier_owes), 0) from market.buyer_order"))
                .isEqualTo(count("""
                    select coalesce(sum(p.amount), 0) from ledger.posting p join ledger.account a on a.id = p.account
                      join market.carrier c on c.id = a.subject_id where a.role = 'receivable'
                    """));
    }

    private void theLastDaysAtTheTillAreWhole() {
        assertThat(count("select count(*) from market.till_session where state = 'closed'"))
                .isEqualTo(12);
        assertThat(count("select count(*) from market.till_sale where demonstration"))
                .isGreaterThan(40);
        assertThat(count("select count(*) from market.till_tender where currency = 'EUR'"))
                .isPositive();
        assertThat(count("select count(*) from market.till_sale where card > 0"))
                .isPositive();
        // Ten dirhams were missing once, and somebody else agreed.
        assertThat(count(
                        "select count(*) from market.till_difference where amount = -1000 and approved_at is not null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from market.till_difference")).isEqualTo(1);
        // All foreign notes are at the bank, and so is what they were taken for.
        assertThat(count("""
            select coalesce(sum(p.amount), 0) from ledger.posting p join ledger.account a on a.id = p.account
             where a.role = 'till' and a.commodity = 'EUR'
            """)).isZero();
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
