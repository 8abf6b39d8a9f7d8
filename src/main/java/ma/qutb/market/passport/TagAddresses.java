package ma.qutb.market.passport;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import ma.qutb.market.ProductId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The address in the code of a tag: in the form of GS1 Digital Link where GS1 gave the pole a prefix, a plain one otherwise. Both lead
 * to the piece for ever.
 */
@Component
@Transactional
class TagAddresses {

    private final JdbcClient database;
    private final Clock clock;
    private final String prefix;
    private final String publicAddress;

    TagAddresses(
            JdbcClient database,
            Clock clock,
            @Value("${qutb.market.gs1-prefix}") String prefix,
            @Value("${qutb.public-address}") String publicAddress) {
        this.database = database;
        this.clock = clock;
        this.prefix = prefix.strip();
        this.publicAddress = publicAddress;
    }

    /** The number of the product at GS1; the first time it is asked for, it is given for good. */
    Optional<Gtin> give(ProductId product, long number) {
        var given = of(product);
        if (given.isPresent()) {
            return given;
        }
        var made = Gtin.of(prefix, number);
        made.ifPresent(it -> database.sql(
                        "insert into market.gtin values (:product, :gtin, :now) on conflict (product_id) do nothing")
                .param("product", product.value())
                .param("gtin", it.digits())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        return made;
    }

    @Transactional(readOnly = true)
    Optional<Gtin> of(ProductId product) {
        return database.sql("select gtin from market.gtin where product_id = :product")
                .param("product", product.value())
                .query(String.class)
                .optional()
                .map(Gtin::new);
    }

    @Transactional(readOnly = true)
    Optional<ProductId> product(Gtin gtin) {
        return database.sql("select product_id from market.gtin where gtin = :gtin")
                .param("gtin", gtin.digits())
                .query(java.util.UUID.class)
                .optional()
                .map(ProductId::new);
    }

    /** Whether GS1 knows the pole. */
    boolean known() {
        return !prefix.isEmpty();
    }

    String of(Optional<Gtin> gtin, String serial) {
        return publicAddress
                + gtin.map(it -> "/01/" + it.digits() + "/21/" + serial).orElse("/p/" + serial);
    }

    String absolute(String path) {
        return publicAddress + path;
    }
}
