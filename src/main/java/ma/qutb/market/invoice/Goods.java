package ma.qutb.market.invoice;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.market.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customs and the tax office want to know of products. */
@Component
class Goods {

    /**
     * @param hs heading of the harmonised system; empty where nobody gave one
     * @param taxClass {@code carpet}, {@code precious}, {@code other}
     * @param weight milligrams; 0 where it is not known
     */
    record Nature(String hs, String taxClass, long weight) {
        static final Nature SERVICE = new Nature("", "other", 0);
    }

    private final JdbcClient database;

    Goods(JdbcClient database) {
        this.database = database;
    }

    Map<UUID, Nature> of(Collection<ProductId> products) {
        // Jewellery without silver or gold is the imitation kind: another heading, and no exemption.
        return database
                .sql("""
            select p.id, coalesce(p.weight_mg, 0) as weight,
                   case when c.tax_class = 'precious' and p.fineness is null then '7117' else coalesce(c.hs, '') end as hs,
                   case when p.fineness is not null then 'precious' when c.tax_class = 'precious' then 'other'
                        else coalesce(c.tax_class, 'other') end as tax_class
              from market.product p left join market.customs c on c.article_code = p.article_code
             where p.id = any (:products)
            """)
                .param("products", products.stream().map(ProductId::value).toArray(UUID[]::new))
                .query((row, _) -> Map.entry(
                        row.getObject("id", UUID.class),
                        new Nature(row.getString("hs"), row.getString("tax_class"), row.getLong("weight"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
