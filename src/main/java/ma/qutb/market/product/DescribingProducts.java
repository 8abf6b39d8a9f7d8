package ma.qutb.market.product;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MakerId;
import ma.qutb.market.PriceParts;
import ma.qutb.market.Product;
import ma.qutb.market.ProductId;
import ma.qutb.market.pricing.ShareRules;
import ma.qutb.market.pricing.SplittingPrices;
import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.market.taxonomy.Taxonomy.Words;
import ma.qutb.market.taxonomy.Titles;
import ma.qutb.materials.Lots;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A maker says what a thing is, one act after the other; each is kept at once, so that nothing is lost. */
@Service
@Transactional
public class DescribingProducts {

    private static final String SILVER = "SILVER";

    private final ProductTable products;
    private final Makers makers;
    private final Taxonomy taxonomy;
    private final Titles titles;
    private final ShareRules rules;
    private final Lots lots;
    private final JdbcClient database;

    DescribingProducts(
            ProductTable products,
            Makers makers,
            Taxonomy taxonomy,
            Titles titles,
            ShareRules rules,
            Lots lots,
            JdbcClient database) {
        this.products = products;
        this.makers = makers;
        this.taxonomy = taxonomy;
        this.titles = titles;
        this.rules = rules;
        this.lots = lots;
        this.database = database;
    }

    /**
     * Begins a description; the same id twice begins one.
     *
     * @throws Refusal when the registry does not know the maker
     */
    public ProductId begin(ProductId id, MakerId maker, boolean demonstration, Poster by) {
        makers.know(maker);
        database.sql("""
            insert into market.product (id, maker_id, maker_person, maker_organisation, state, kind, colours, size_label,
                makers_mark, quantity, title_ar, title_fr, title_en, title_es, title_zgh, words, reason, step, changed_at,
                changed_by, changed_by_name, demonstration, version)
            values (:id, :maker, :person, :organisation, 'draft', 'unique', '{}', '', '', 1, '', '', '', '', '', '', '', '',
                :now, :by, :name, :demonstration, 1)
            on conflict on constraint product_pk do nothing
            """)
                .param("id", id.value())
                .param("maker", maker.value())
                .param("person", maker.person() ? maker.value() : null)
                .param("organisation", maker.person() ? null : maker.value())
                .param("now", products.now())
                .param("by", by.id())
                .param("name", by.name())
                .param("demonstration", demonstration)
                .update();
        return id;
    }

    /** What it is. */
    public void what(ProductId id, String article, Poster by) {
        open(id);
        if (taxonomy.article(article).isEmpty()) {
            throw new Refusal("market.product.refusal.article");
        }
        products.change(id, "article_code = :article", Map.of("article", article), by);
        word(id, by);
    }

    /** Of what it mainly is; what was said of silver is forgotten with the silver. */
    public void madeOf(ProductId id, String material, List<Part> parts, Poster by) {
        open(id);
        parts.forEach(it -> check(Words.MATERIAL, it.material()));
        check(Words.MATERIAL, material);
        var silver =
                material.equals(SILVER) ? "" : ", fineness = null, lot_id = null, hallmark = null, makers_mark = ''";
        products.change(id, "material_code = :material" + silver, Map.of("material", material), by);
        database.sql("delete from market.product_material where product_id = :id")
                .param("id", id.value())
                .update();
        for (var part : parts.isEmpty() ? List.of(new Part(material, null)) : parts) {
            database.sql("insert into market.product_material (product_id, material_code, percent) values (:id,"
                            + " :material, :percent)")
                    .param("id", id.value())
                    .param("material", part.material())
                    .param("percent", part.percent())
                    .update();
        }
        word(id, by);
    }

    /** One of several materials, and how much of the whole it is. */
    public record Part(String material, @Nullable Integer percent) {}

    /** How it is made and what one sees on it. */
    public void adorned(
            ProductId id, @Nullable String technique, @Nullable String motif, List<String> colours, Poster by) {
        open(id);
        check(Words.TECHNIQUE, technique);
        check(Words.MOTIF, motif);
        colours.forEach(it -> check(Words.COLOUR, it));
        var values = new HashMap<String, Object>();
        values.put("technique", technique);
        values.put("motif", motif);
        values.put("colours", colours.toArray(String[]::new));
        products.change(
                id, "technique_code = :technique, motif_code = :motif, colours = cast(:colours as text[])", values, by);
        word(id, by);
    }

    /**
     * What must be said of silver before the word may be used.
     *
     * @throws Refusal when the lot is not of silver
     */
    public void silver(ProductId id, Silver silver, Poster by) {
        var draft = open(id);
        if (!SILVER.equals(draft.material())) {
            throw new Refusal("market.product.refusal.not-silver");
        }
        if (silver.weight() <= 0) {
            throw new Refusal("market.product.refusal.weight");
        }
        var lot = Optional.ofNullable(silver.lot())
                .map(it -> lots.find(it)
                        .filter(found -> found.fineness().isPresent())
                        .orElseThrow(() -> new Refusal("market.product.refusal.lot")));
        var values = new HashMap<String, Object>();
        values.put("weight", silver.weight());
        values.put("fineness", silver.fineness().tenths());
        values.put("lot", lot.map(it -> it.id().value()).orElse(null));
        values.put("hallmark", silver.hallmark().code());
        values.put("mark", silver.makersMark());
        products.change(
                id,
                "weight_mg = :weight, fineness = :fineness, lot_id = :lot, hallmark = :hallmark, makers_mark = :mark",
                values,
                by);
    }

    /** How big it is. */
    public void size(ProductId id, Size size, Poster by) {
        open(id);
        for (var side : new Integer[] {size.width(), size.height(), size.depth()}) {
            if (side != null && (side < 1 || side > 50_000)) {
                throw new Refusal("market.product.refusal.size");
            }
        }
        var values = new HashMap<String, Object>();
        values.put("width", size.width());
        values.put("height", size.height());
        values.put("depth", size.depth());
        values.put("label", size.label());
        values.put("weight", size.weight());
        products.change(
                id,
                "width_mm = :width, height_mm = :height, depth_mm = :depth, size_label = :label, weight_mg ="
                        + " coalesce(:weight, weight_mg)",
                values,
                by);
        word(id, by);
    }

    /**
     * One of its kind, several alike, or made when it is ordered.
     *
     * @param leadDays how long making one takes, for what is made to order
     */
    public void howMany(ProductId id, Product.Kind kind, int quantity, @Nullable Integer leadDays, Poster by) {
        open(id);
        if (quantity < 1 || quantity > 1000) {
            throw new Refusal("market.product.refusal.quantity");
        }
        if (kind == Product.Kind.TO_ORDER && (leadDays == null || leadDays < 1 || leadDays > 365)) {
            throw new Refusal("market.product.refusal.lead");
        }
        var values = new HashMap<String, Object>();
        values.put("kind", kind.code());
        values.put("quantity", kind == Product.Kind.SERIES ? quantity : 1);
        values.put("lead", kind == Product.Kind.TO_ORDER ? leadDays : null);
        products.change(id, "kind = :kind, quantity = :quantity, lead_days = :lead", values, by);
    }

    /**
     * What a buyer pays for one.
     *
     * @param material what the material cost the maker, in centimes
     * @param workHours hours of work in one
     * @throws Refusal when nothing would be left for the work
     */
    public void price(ProductId id, long price, long material, int workHours, Poster by) {
        var draft = open(id);
        var article =
                taxonomy.article(draft.article()).orElseThrow(() -> new Refusal("market.product.refusal.article"));
        if (workHours < 1 || workHours > 5000) {
            throw new Refusal("market.product.refusal.work");
        }
        if (material < 0) {
            throw new Refusal("market.price.refusal.nothing-left");
        }
        var rule = rules.of(article.family(), draft.maker().kind());
        var parts = SplittingPrices.split(price, material, rule);
        products.change(
                id,
                """
                price = :price, part_maker = :maker, part_material = :material, part_service = :service, part_fund = :fund,
                part_transport = :transport, part_tax = :tax, work_hours = :hours, rule_id = :rule\
                """,
                Map.of(
                        "price", parts.price(),
                        "maker", parts.maker(),
                        "material", parts.material(),
                        "service", parts.service(),
                        "fund", parts.fund(),
                        "transport", parts.transport(),
                        "tax", parts.tax(),
                        "hours", workHours,
                        "rule", rule.id()),
                by);
    }

    /**
     * What a price would be made of.
     *
     * @param material what the material cost the maker, in centimes
     * @throws Refusal when nothing would be left for the work
     */
    @Transactional(readOnly = true)
    public PriceParts wouldBe(ProductId id, long price, long material) {
        var draft = products.find(id).orElseThrow(() -> new Refusal("market.product.refusal.unknown"));
        var article =
                taxonomy.article(draft.article()).orElseThrow(() -> new Refusal("market.product.refusal.article"));
        return SplittingPrices.split(
                price, material, rules.of(article.family(), draft.maker().kind()));
    }

    /** On which page of the telephone she is. */
    public void at(ProductId id, String step, Poster by) {
        products.change(id, "step = :step", Map.of("step", step), by);
    }

    private void check(Words words, @Nullable String code) {
        if (code != null && taxonomy.find(words, code).isEmpty()) {
            throw new Refusal("market.product.refusal.word");
        }
    }

    private Draft open(ProductId id) {
        var draft = products.hold(id);
        if (!draft.state().open()) {
            throw new Refusal("market.product.refusal.not-open");
        }
        return draft;
    }

    private void word(ProductId id, Poster by) {
        var draft = products.hold(id);
        var parts = new Titles.Parts(
                draft.article(), draft.material(), draft.motif(), draft.size().label());
        var title = titles.of(parts);
        products.change(
                id,
                "title_ar = :ar, title_fr = :fr, title_en = :en, title_es = :es, title_zgh = :zgh, words = :words",
                Map.of(
                        "ar", title.arabic(),
                        "fr", title.french(),
                        "en", title.english(),
                        "es", title.spanish(),
                        "zgh", title.tamazight(),
                        "words", titles.words(parts, draft.technique(), draft.colours())),
                by);
    }
}
