package ma.qutb.market.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.market.finding.Card;
import ma.qutb.market.finding.ShelfRows;
import ma.qutb.registry.LocalName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads collections, for visitors and for whoever arranges them. */
@Component
@Transactional(readOnly = true)
public class ReadingCollections {

    private static final String WHOLE = """
            select c.*, coalesce(g.goods, 0) as goods, coalesce(g.photos, '[]') as photos
              from market.collection c
              left join lateral (
                  select count(*) as goods, jsonb_agg(s.photos -> 0 order by p.position) filter (where s.photos <> '[]') as photos
                    from market.collection_product p join market.shelf s on s.product_id = p.product_id
                   where p.collection_id = c.id and s.offer > 0) g on true
            """;

    private final JdbcClient database;
    private final ShelfRows shelf;

    ReadingCollections(JdbcClient database, ShelfRows shelf) {
        this.database = database;
        this.shelf = shelf;
    }

    /** A product of a collection, as whoever arranges it sees it. */
    public record Member(UUID product, long number, LocalName title, boolean onShelf) {}

    /** Those visitors see and find something in, in their order. */
    public List<ShopCollection> shown(int most) {
        return database.sql(WHOLE + " where c.shown and g.goods > 0 order by c.position, c.id limit :most")
                .param("most", most)
                .query(this::collection)
                .list();
    }

    public Optional<ShopCollection> bySlug(String slug) {
        return database.sql(WHOLE + " where c.shown and c.slug = :slug")
                .param("slug", slug)
                .query(this::collection)
                .optional();
    }

    Optional<ShopCollection> byId(UUID id) {
        return database.sql(WHOLE + " where c.id = :id")
                .param("id", id)
                .query(this::collection)
                .optional();
    }

    /** What of it is on the shelf in its order; what is sold stands at the end. */
    public List<Card> cards(ShopCollection collection) {
        return database.sql("select " + ShelfRows.CARD
                        + " from market.collection_product p join market.shelf s on s.product_id = p.product_id"
                        + " where p.collection_id = :id order by s.offer = 0, p.position")
                .param("id", collection.id())
                .query(shelf::card)
                .list();
    }

    List<Member> members(UUID collection) {
        return database.sql("""
                        select p.id, p.number, p.title_ar, p.title_fr, p.title_en, s.product_id is not null as on_shelf
                          from market.collection_product c join market.product p on p.id = c.product_id
                          left join market.shelf s on s.product_id = p.id
                         where c.collection_id = :id order by c.position
                        """)
                .param("id", collection)
                .query((row, number) -> new Member(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        new LocalName(row.getString("title_ar"), row.getString("title_fr"), row.getString("title_en")),
                        row.getBoolean("on_shelf")))
                .list();
    }

    /** What a reader of this language is told; Spanish readers read the French. */
    public static String said(LocalName name, Language language) {
        return name.in(language == Language.ES ? Language.FR : language);
    }

    private ShopCollection collection(ResultSet row, int number) throws SQLException {
        return new ShopCollection(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                new LocalName(row.getString("text_ar"), row.getString("text_fr"), row.getString("text_en")),
                row.getInt("position"),
                row.getBoolean("shown"),
                row.getBoolean("demonstration"),
                row.getInt("goods"),
                shelf.photos(row.getString("photos")).stream().limit(3).toList());
    }
}
