package ma.qutb.market.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonCorrected;
import ma.qutb.registry.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two records of the registry turn out to be one person, or two again: what they made goes with them. */
@MarketModuleTest
class FollowingMergesTests {

    @Autowired
    TestMarket market;

    @Autowired
    ProductTable products;

    @Autowired
    ReviewingProducts reviewing;

    @Autowired
    People people;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Test
    void productsGoWithTheirMakerIntoOneRecordAndBack() {
        var merged = market.artisan();
        var survivor = MakerId.of(people.byReference("P-LAQRAA").orElseThrow().id());
        var accepted = reviewing.accept(market.proposed(merged, 1), TestMarket.SELLER);
        var draft = market.described(merged, 1);
        var hers = market.described(survivor, 1);

        var moved = database.sql("select registry.move_person_references(:merged, :survivor)::text")
                .param("merged", merged.value())
                .param("survivor", survivor.value())
                .query(String.class)
                .single();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new PersonCorrected(new PersonId(survivor.value()))));

        assertThat(maker(accepted)).isEqualTo(survivor);
        assertThat(maker(draft)).isEqualTo(survivor);
        assertThat(words(survivor.value())).isNotNull();

        database.sql("select registry.move_person_references_back(:merged, :survivor, cast(:moved as jsonb)) is null")
                .param("merged", merged.value())
                .param("survivor", survivor.value())
                .param("moved", moved)
                .query(Boolean.class)
                .list();

        assertThat(maker(accepted)).isEqualTo(merged);
        assertThat(maker(draft)).isEqualTo(merged);
        assertThat(maker(hers)).isEqualTo(survivor);
    }

    private MakerId maker(ProductId product) {
        assertThat(database.sql("select maker_id = maker_person from market.product where id = :id")
                        .param("id", product.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        return products.find(product).orElseThrow().maker();
    }

    private String words(UUID maker) {
        return database.sql("select words from market.maker where id = :id")
                .param("id", maker)
                .query(String.class)
                .single();
    }
}
