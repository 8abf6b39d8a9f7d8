package ma.qutb.market.product;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Descriptions, row by row. */
@Component
public class ProductTable {

    private final JdbcClient database;
    private final Clock clock;

    ProductTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Draft> find(ProductId product) {
        return database.sql("select * from market.product where id = :id")
                .param("id", product.value())
                .query(Draft::of)
                .optional();
    }

    /** The same, kept from everybody else until the transaction ends. */
    Draft hold(ProductId product) {
        return database.sql("select * from market.product where id = :id for no key update")
                .param("id", product.value())
                .query(Draft::of)
                .optional()
                .orElseThrow(() -> new Refusal("market.product.refusal.unknown"));
    }

    /**
     * Changes some columns of a description.
     *
     * @param assignments of the update, for example {@code state = :state}
     */
    void change(ProductId product, String assignments, Map<String, ?> values, Poster by) {
        database.sql("update market.product set " + assignments + """
            , changed_at = :now, changed_by = :by, changed_by_name = :name, version = version + 1
             where id = :id
            """)
                .params(values)
                .param("now", now())
                .param("by", by.id())
                .param("name", by.name())
                .param("id", product.value())
                .update();
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** A change of this product that is not decided yet. */
    public Optional<ProductId> openRevision(ProductId product) {
        return database.sql("select id from market.product where revises = :id and state in ('draft', 'proposed',"
                        + " 'sent_back')")
                .param("id", product.value())
                .query(UUID.class)
                .optional()
                .map(ProductId::new);
    }
}
