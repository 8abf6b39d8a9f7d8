package ma.qutb.market.product;

import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.ProductId;
import ma.qutb.registry.writing.Writing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is said of a product in own words, language by language; another language falls back to these. */
@Service
@Transactional
public class ProductTexts {

    private static final int TITLE = 120;
    private static final int LONG = 2000;

    private final ProductTable products;
    private final JdbcClient database;

    ProductTexts(ProductTable products, JdbcClient database) {
        this.products = products;
        this.database = database;
    }

    /** In one language. */
    public record Said(String title, String story, String care) {}

    /**
     * Writes it, in place of what stood there.
     *
     * @param accepted whether somebody has read it: only then the shop shows it
     */
    public void write(ProductId product, String language, Said said, boolean accepted, Poster by) {
        if (Language.of(language).isEmpty()) {
            throw new Refusal("market.text.refusal.language");
        }
        var title = Writing.line(said.title, TITLE);
        var story = Writing.line(said.story, LONG);
        var care = Writing.line(said.care, LONG);
        if ((title + story + care).isBlank()) {
            throw new Refusal("market.text.refusal.empty");
        }
        database.sql("""
                        insert into market.product_text (product_id, language, title, story, care, state, changed_at, changed_by_name)
                        values (:id, :language, :title, :story, :care, :state, :now, :by)
                        on conflict on constraint product_text_pk do update set title = excluded.title, story = excluded.story,
                            care = excluded.care, state = excluded.state, changed_at = excluded.changed_at,
                            changed_by_name = excluded.changed_by_name
                        """)
                .param("id", product.value())
                .param("language", language)
                .param("title", title)
                .param("story", story)
                .param("care", care)
                .param("state", accepted ? "accepted" : "proposed")
                .param("now", products.now())
                .param("by", by.name())
                .update();
    }
}
