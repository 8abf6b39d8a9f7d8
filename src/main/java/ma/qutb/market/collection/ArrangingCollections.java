package ma.qutb.market.collection;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.ProductId;
import ma.qutb.registry.LocalName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hall puts products together and into an order. */
@Service
@Transactional
public class ArrangingCollections {

    private static final int MOST = 120;

    private final JdbcClient database;
    private final Clock clock;

    ArrangingCollections(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is said of a collection. */
    public record Told(LocalName name, LocalName text, boolean shown) {}

    /** Begins a collection behind the others; the same id twice begins one. */
    public void begin(UUID id, Told told, boolean demonstration, Poster by) {
        database.sql("""
            insert into market.collection (id, slug, name_ar, name_fr, name_en, text_ar, text_fr, text_en, position, shown,
                changed_at, changed_by_name, demonstration)
            select :id, :slug || case when exists (select from market.collection where slug = :slug)
                       then '-' || (select count(*) + 1 from market.collection) else '' end,
                :ar, :fr, :en, :textAr, :textFr, :textEn, (select coalesce(max(position), 0) + 1 from market.collection), :shown,
                :now, :by, :demonstration
            on conflict on constraint collection_pk do nothing
            """)
                .param("slug", ShopCollection.slug(told.name.french()))
                .param("demonstration", demonstration)
                .params(told(id, told, by))
                .update();
    }

    public void correct(UUID id, Told told, Poster by) {
        database.sql("""
            update market.collection set name_ar = :ar, name_fr = :fr, name_en = :en, text_ar = :textAr, text_fr = :textFr,
                text_en = :textEn, shown = :shown, changed_at = :now, changed_by_name = :by
             where id = :id
            """).params(told(id, told, by)).update();
    }

    private java.util.Map<String, Object> told(UUID id, Told told, Poster by) {
        return java.util.Map.of(
                "id", id,
                "ar", told.name.arabic(),
                "fr", told.name.french(),
                "en", told.name.english(),
                "textAr", told.text.arabic(),
                "textFr", told.text.french(),
                "textEn", told.text.english(),
                "shown", told.shown,
                "now", clock.instant().atOffset(ZoneOffset.UTC),
                "by", by.name());
    }

    /**
     * Puts a product at the end; the one that is there already stays where it is.
     *
     * @throws Refusal when no accepted product has this number, or there are too many
     */
    public void put(UUID collection, long number) {
        var product = database.sql(
                        "select id from market.product where number = :number and state = 'accepted' and revises is null")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Refusal("market.collection.refusal.product", String.valueOf(number)));
        put(collection, new ProductId(product));
    }

    public void put(UUID collection, ProductId product) {
        hold(collection);
        int there = database.sql("select count(*) from market.collection_product where collection_id = :id")
                .param("id", collection)
                .query(Integer.class)
                .single();
        if (there >= MOST) {
            throw new Refusal("market.collection.refusal.full", MOST);
        }
        database.sql("""
            insert into market.collection_product (collection_id, product_id, position)
            values (:id, :product, (select coalesce(max(position), 0) + 1 from market.collection_product where collection_id = :id))
            on conflict on constraint collection_product_pk do nothing
            """)
                .param("id", collection)
                .param("product", product.value())
                .update();
    }

    public void takeOut(UUID collection, UUID product) {
        hold(collection);
        database.sql("delete from market.collection_product where collection_id = :id and product_id = :product")
                .param("id", collection)
                .param("product", product)
                .update();
    }

    /** One place nearer to the beginning. */
    public void forward(UUID collection, UUID product) {
        hold(collection);
        database.sql("""
            with mine as (
                select position from market.collection_product where collection_id = :id and product_id = :product
            ), before as (
                select max(p.position) as position from market.collection_product p, mine
                 where p.collection_id = :id and p.position < mine.position
            )
            update market.collection_product p
               set position = case when p.product_id = :product then before.position else mine.position end
              from mine, before
             where p.collection_id = :id and before.position is not null and (p.product_id = :product or p.position = before.position)
            """).param("id", collection).param("product", product).update();
    }

    /** Two who arrange the same do it one after the other. */
    private void hold(UUID collection) {
        database.sql("select id from market.collection where id = :id for update")
                .param("id", collection)
                .query(UUID.class)
                .single();
    }
}
