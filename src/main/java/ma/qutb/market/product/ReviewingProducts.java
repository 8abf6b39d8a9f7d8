package ma.qutb.market.product;

import java.util.Map;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.Product;
import ma.qutb.market.ProductId;
import ma.qutb.market.stock.KeepingPieces;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A maker proposes, the hall accepts or sends back; what was accepted before stays in the shop meanwhile. */
@Service
@Transactional
public class ReviewingProducts {

    /** What a maker describes; everything else of a row belongs to the row. */
    private static final String DESCRIBED = """
        article_code, material_code, technique_code, motif_code, colours, width_mm, height_mm, depth_mm, size_label, weight_mg,
        lead_days, fineness, lot_id, hallmark, makers_mark, work_hours, price, part_maker, part_material, part_service, part_fund,
        part_transport, part_tax, rule_id, title_ar, title_fr, title_en, title_es, title_zgh, words\
        """;

    private final ProductTable products;
    private final ProductPhotos photos;
    private final KeepingPieces pieces;
    private final JdbcClient database;

    ReviewingProducts(ProductTable products, ProductPhotos photos, KeepingPieces pieces, JdbcClient database) {
        this.products = products;
        this.photos = photos;
        this.pieces = pieces;
        this.database = database;
    }

    /**
     * It goes to the hall for review. Twice is once.
     *
     * @throws Refusal when something is still missing
     */
    public void propose(ProductId id, Poster by) {
        var draft = products.hold(id);
        if (draft.state() == Draft.State.PROPOSED) {
            return;
        }
        if (!draft.state().open()) {
            throw new Refusal("market.product.refusal.not-open");
        }
        if (photos.of(id).isEmpty()) {
            throw new Refusal("market.product.refusal.no-photo");
        }
        try {
            products.change(id, "state = 'proposed', reason = '', proposed_at = :at", Map.of("at", products.now()), by);
        } catch (DataIntegrityViolationException e) {
            throw silverOrRest(e);
        }
    }

    private static RuntimeException silverOrRest(DataIntegrityViolationException e) {
        if (Refusal.when("product_silver_has_fineness", e, "market.product.refusal.silver-unknown")
                instanceof Refusal refusal) {
            return refusal;
        }
        return Refusal.when("product_whole", e, "market.product.refusal.not-whole");
    }

    /**
     * The hall takes it. A new product gets its pieces, which are still with the maker; a change takes the place of what it changes.
     *
     * @return the product that stands
     */
    public ProductId accept(ProductId id, Poster by) {
        var draft = proposed(id);
        var revises = draft.revises();
        if (revises == null) {
            products.change(id, "state = 'accepted'", Map.of(), by);
            if (draft.kind() != Product.Kind.TO_ORDER) {
                pieces.make(id, draft.quantity(), by);
            }
            return id;
        }
        products.hold(revises);
        database.sql("update market.product p set (" + DESCRIBED + ") = (select " + DESCRIBED
                        + " from market.product where id = :revision) where p.id = :product")
                .param("revision", id.value())
                .param("product", revises.value())
                .update();
        take("photo", "position, file_id, asset, alt_ar, alt_fr, alt_en", id, revises);
        take("product_material", "material_code, percent", id, revises);
        products.change(revises, "reason = ''", Map.of(), by);
        products.change(id, "state = 'taken_over'", Map.of(), by);
        return revises;
    }

    private void take(String table, String columns, ProductId from, ProductId to) {
        database.sql("delete from market." + table + " where product_id = :to")
                .param("to", to.value())
                .update();
        copy(table, columns, from, to);
    }

    private void copy(String table, String columns, ProductId from, ProductId to) {
        database.sql(
                        "insert into market.%1$s (product_id, %2$s) select :to, %2$s from market.%1$s where product_id = :from"
                                .formatted(table, columns))
                .param("to", to.value())
                .param("from", from.value())
                .update();
    }

    /** Something must be done first. */
    public void sendBack(ProductId id, String reason, Poster by) {
        proposed(id);
        if (reason.isBlank()) {
            throw new Refusal("market.product.refusal.reason");
        }
        products.change(id, "state = 'sent_back', reason = :reason", Map.of("reason", reason), by);
    }

    /**
     * Begins a change of an accepted product, or takes up the one that was begun.
     *
     * @return the description of the change
     */
    public ProductId revise(ProductId id, Poster by) {
        var draft = products.hold(id);
        if (draft.state() != Draft.State.ACCEPTED) {
            throw new Refusal("market.product.refusal.not-accepted");
        }
        var begun = products.openRevision(id);
        if (begun.isPresent()) {
            return begun.get();
        }
        var revision = ProductId.next();
        try {
            database.sql("""
                insert into market.product (id, revises, maker_id, maker_person, maker_organisation, state, kind, quantity, reason,
                    step, changed_at, changed_by, changed_by_name, demonstration, version, %1$s)
                select :revision, id, maker_id, maker_person, maker_organisation, 'draft', kind, quantity, '', 'look', :now, :by,
                    :name, demonstration, 1, %1$s
                  from market.product where id = :id
                """.formatted(DESCRIBED))
                    .param("revision", revision.value())
                    .param("now", products.now())
                    .param("by", by.id())
                    .param("name", by.name())
                    .param("id", id.value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.when("product_one_open_revision", e, "market.product.refusal.changing");
        }
        copy("photo", "position, file_id, asset, alt_ar, alt_fr, alt_en", id, revision);
        copy("product_material", "material_code, percent", id, revision);
        return revision;
    }

    /** It is not offered any more; what is already kept for a buyer may still be bought. */
    public void withdraw(ProductId id, String reason, Poster by) {
        var draft = products.hold(id);
        if (draft.state() == Draft.State.TAKEN_OVER) {
            throw new Refusal("market.product.refusal.not-open");
        }
        products.change(id, "state = 'withdrawn', reason = :reason", Map.of("reason", reason), by);
    }

    /** A withdrawn product is offered again. */
    public void offerAgain(ProductId id, Poster by) {
        var draft = products.hold(id);
        boolean reviewed = database.sql("select proposed_at is not null from market.product where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
        if (draft.state() != Draft.State.WITHDRAWN || !reviewed || draft.revises() != null) {
            throw new Refusal("market.product.refusal.not-withdrawn");
        }
        products.change(id, "state = 'accepted', reason = ''", Map.of(), by);
    }

    private Draft proposed(ProductId id) {
        var draft = products.hold(id);
        if (draft.state() != Draft.State.PROPOSED) {
            throw new Refusal("market.product.refusal.not-proposed");
        }
        return draft;
    }
}
