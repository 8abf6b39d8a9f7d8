package ma.qutb.market.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.market.PriceParts;
import ma.qutb.market.ProductId;
import ma.qutb.market.finding.Asked;
import ma.qutb.market.finding.Card;
import ma.qutb.market.finding.ShelfRows;
import ma.qutb.registry.CraftCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads the shelf for the page of a product and for that of a maker. */
@Component
@Transactional(readOnly = true)
public class ReadingPieces {

    /** Columns, family, and the product beside which they are shown. */
    private static final String RELATED = """
            select %s from market.shelf s where s.family_code = %s and s.offer > 0 and s.number <> %s
            order by s.on_sale_since desc nulls last, s.number desc limit 4""";

    private final JdbcClient database;
    private final ShelfRows rows;
    private final JsonMapper json;

    ReadingPieces(JdbcClient database, ShelfRows rows, JsonMapper json) {
        this.database = database;
        this.rows = rows;
        this.json = json;
    }

    /**
     * A print of all that the page of a product is made of: its row, whether a hold of it is over, and the rows shown beside it. One
     * statement by itself, because it is asked for each visitor.
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<String> print(long number, Instant now) {
        return database.sql(
                        """
            select p.version || '.' || p.xmin || case when p.free_again_at > :now then 'h' else '' end || coalesce((
                       select string_agg(' ' || r.number || '.' || r.version || '.' || r.xmin, '') from (%s) r), '')
              from market.shelf p where p.number = :number
            """.formatted(RELATED.formatted("s.number, s.version, s.xmin", "p.family_code", "p.number")))
                .param("number", number)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    Optional<PiecePage> byNumber(long number) {
        return database.sql("""
            select s.*, s.version || '.' || s.xmin as edition, array(
                    select i.serial from market.piece i join market.passport t on t.piece_id = i.id
                     where i.product_id = s.product_id and (i.state in ('on_sale', 'held') or s.kind = 'unique' and i.state = 'sold')
                     order by i.id limit 6) as serials
              from market.shelf s where s.number = :number
            """).param("number", number).query(this::page).optional();
    }

    /** The same of a product that may be in the shop no more: who bought a piece of it still reads what it is. */
    public Optional<PiecePage> ofProduct(ProductId product) {
        return database.sql("""
            select p.number, p.title_ar, p.title_fr, p.title_en, p.title_es, p.title_zgh, a.craft_code, a.family_code, p.kind, p.lead_days,
                p.price, (p.part_maker * 100 / p.price)::int as share, coalesce(s.offer, 0) as offer, k.id as maker_id,
                k.kind as maker_kind, k.number as maker_number, k.name_ar as maker_name_ar, k.name_latin as maker_name_latin,
                k.territory_code, p.part_maker, p.part_material, p.part_service, p.part_fund, p.part_transport, p.part_tax,
                array(select m.material_code from market.product_material m where m.product_id = p.id
                      order by m.material_code <> p.material_code, m.percent desc nulls last, m.material_code) as materials,
                p.technique_code, p.motif_code, p.colours, p.width_mm, p.height_mm, p.depth_mm, p.size_label, p.weight_mg, p.fineness,
                p.hallmark, p.makers_mark, coalesce(s.available, 0) as available, s.free_again_at, p.demonstration,
                coalesce((select jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'story', t.story, 'care', t.care))
                          from market.product_text t where t.product_id = p.id and t.state = 'accepted'), '{}') as texts,
                coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('file', f.file_id, 'asset', f.asset, 'ar',
                              nullif(f.alt_ar, ''), 'fr', nullif(f.alt_fr, ''), 'en', nullif(f.alt_en, ''))) order by f.position)
                          from market.photo f where f.product_id = p.id), '[]') as photos,
                'p' || p.version as edition, '{}'::text[] as serials
              from market.product p
                  join market.article a on a.code = p.article_code
                  join market.maker k on k.id = p.maker_id
                  left join market.shelf s on s.product_id = p.id
             where p.id = :product and p.price is not null
            """)
                .param("product", product.value())
                .query(this::page)
                .optional();
    }

    /** The newest of the same family that can be had. */
    List<Card> related(PiecePage page) {
        return database.sql(RELATED.formatted(ShelfRows.CARD, ":family", ":number"))
                .param("family", page.family().value())
                .param("number", page.card().number())
                .query(rows::card)
                .list();
    }

    /** What came last of what can be had, no two pictures alike as far as that goes. */
    List<Card> newest(int most) {
        return database.sql("""
                select %s from (
                    select s.*, row_number() over (partition by s.photos -> 0 order by s.on_sale_since desc nulls last, s.number desc) as again
                      from (select * from market.shelf where offer > 0 order by on_sale_since desc nulls last, number desc limit 48) s) s
                 order by s.again, s.on_sale_since desc nulls last, s.number desc limit :most
                """.formatted(ShelfRows.CARD))
                .param("most", most)
                .query(rows::card)
                .list();
    }

    Optional<MakersWorks> of(String kind, long number, int page) {
        var makers = new UUID[1];
        var total = new long[1];
        var cards = database.sql(
                        "select " + ShelfRows.CARD + ", s.maker_id, count(*) over () as total from market.shelf s"
                                + " where s.maker_kind = :kind and s.maker_number = :number"
                                + " order by s.offer = 0, s.number desc limit :size offset :skipped")
                .param("kind", kind)
                .param("number", number)
                .param("size", Asked.SIZE)
                .param("skipped", (page - 1) * Asked.SIZE)
                .query((row, index) -> {
                    makers[0] = row.getObject("maker_id", UUID.class);
                    total[0] = row.getLong("total");
                    return rows.card(row, index);
                })
                .list();
        return cards.isEmpty() ? Optional.empty() : Optional.of(new MakersWorks(makers[0], cards, total[0]));
    }

    long highestNumber() {
        return database.sql("select coalesce(max(number), 0) from market.shelf")
                .query(Long.class)
                .single();
    }

    /** All with a number from the first on, below the second. */
    List<Card> between(long from, long below) {
        return database.sql("select " + ShelfRows.CARD
                        + " from market.shelf s where s.number >= :from and s.number < :below order by s.number")
                .param("from", from)
                .param("below", below)
                .query(rows::card)
                .list();
    }

    private PiecePage page(ResultSet row, int index) throws SQLException {
        return new PiecePage(
                rows.card(row, index),
                row.getObject("maker_id", UUID.class),
                new CraftCode(row.getString("family_code")),
                new PriceParts(
                        row.getLong("price"),
                        row.getLong("part_maker"),
                        row.getLong("part_material"),
                        row.getLong("part_service"),
                        row.getLong("part_fund"),
                        row.getLong("part_transport"),
                        row.getLong("part_tax")),
                list(row.getArray("materials")),
                row.getString("technique_code"),
                row.getString("motif_code"),
                list(row.getArray("colours")),
                row.getObject("width_mm", Integer.class),
                row.getObject("height_mm", Integer.class),
                row.getObject("depth_mm", Integer.class),
                row.getString("size_label"),
                row.getObject("weight_mg", Long.class),
                row.getObject("fineness", Integer.class),
                row.getString("hallmark"),
                row.getString("makers_mark"),
                row.getInt("available"),
                Optional.ofNullable(row.getTimestamp("free_again_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null),
                texts(row.getString("texts")),
                row.getString("edition"),
                list(row.getArray("serials")));
    }

    private OwnTexts texts(String stored) {
        var said = json.readTree(stored);
        var own = new EnumMap<Language, OwnTexts.Own>(Language.class);
        for (var language : Language.values()) {
            if (said.has(language.code())) {
                var one = said.get(language.code());
                own.put(
                        language,
                        new OwnTexts.Own(
                                one.path("title").asString(""),
                                one.path("story").asString(""),
                                one.path("care").asString("")));
            }
        }
        return new OwnTexts(own);
    }

    private static List<String> list(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
