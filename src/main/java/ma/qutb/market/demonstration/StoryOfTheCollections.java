package ma.qutb.market.demonstration;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import ma.qutb.kernel.Ids;
import ma.qutb.market.ProductId;
import ma.qutb.market.collection.ArrangingCollections;
import ma.qutb.market.collection.ArrangingCollections.Told;
import ma.qutb.platform.DemonstrationStory;
import ma.qutb.registry.LocalName;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts some of the demonstration's things together, once. */
@Component
@Order(112)
class StoryOfTheCollections implements DemonstrationStory {

    private final ArrangingCollections arranging;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    StoryOfTheCollections(ArrangingCollections arranging, JdbcClient database, TransactionTemplate transaction) {
        this.arranging = arranging;
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "collections of the shop";
    }

    @Override
    public String tell(BooleanSupplier goesOn) {
        boolean told = database.sql("select exists (select from market.demonstration where part = 'collections')")
                .query(Boolean.class)
                .single();
        if (told) {
            return "told before";
        }
        transaction.executeWithoutResult(status -> {
            tell(
                    new LocalName("فضة كلميم", "L’argent de Guelmim", "Silver of Guelmim"),
                    new LocalName(
                            "حلي من أيدي الصياغين، بعيار معروف ووزن مضبوط.",
                            "Des bijoux d’orfèvres, au titre connu et au poids juste.",
                            "Jewellery by silversmiths, of known fineness and true weight."),
                    "s.family_code = 'JEW'");
            tell(
                    new LocalName("جلسة شاي", "L’heure du thé", "Time for tea"),
                    new LocalName(
                            "الكونتية والطبلة والقصعة: ما يلزم لاستقبال الضيف.",
                            "La kountia, la table et le plat : de quoi recevoir.",
                            "The kuntia, the table and the bowl: what one welcomes guests with."),
                    "s.article_code in ('TEA_BAG', 'TEA_TABLE', 'BOWL', 'DISH', 'TRAY', 'POUF')");
            tell(
                    new LocalName(
                            "هدايا بأقل من 500 درهم", "Cadeaux à moins de 500 dirhams", "Gifts below 500 dirhams"),
                    new LocalName(
                            "قطع صغيرة تُحمل في اليد.",
                            "De petites pièces qui se portent à la main.",
                            "Small pieces that fit into a hand."),
                    "s.price < 50000");
            database.sql("insert into market.demonstration (part, told_at) values ('collections', now())")
                    .update();
        });
        return "three collections";
    }

    /** At most one of each article, so that a collection is not one thing twelve times. */
    private void tell(LocalName name, LocalName text, String which) {
        UUID id = Ids.next();
        List<UUID> products =
                database.sql("""
                        select product_id from (
                            select distinct on (s.article_code, s.price / 20000) s.product_id, s.on_sale_since
                              from market.shelf s where s.offer > 0 and s.demonstration and %s
                             order by s.article_code, s.price / 20000, s.number) s
                         order by s.on_sale_since desc limit 12
                        """.formatted(which)).query(UUID.class).list();
        arranging.begin(id, new Told(name, text, true), true, TellingTheCatalogue.SELLER);
        products.forEach(it -> arranging.put(id, new ProductId(it)));
    }
}
