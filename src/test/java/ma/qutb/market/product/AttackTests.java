package ma.qutb.market.product;

import static ma.qutb.market.TestMarket.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.Catalogue;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketModuleTest;
import ma.qutb.market.Product;
import ma.qutb.market.ProductId;
import ma.qutb.market.TestMarket;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.registry.ConsentPurpose;
import ma.qutb.registry.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the program would never do is tried on the database directly: it has the last word. */
@MarketModuleTest
class AttackTests {

    @Autowired
    TestMarket market;

    @Autowired
    DescribingProducts describing;

    @Autowired
    ReviewingProducts reviewing;

    @Autowired
    Makers makers;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ProductPhotos photos;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @CsvSource({
        "product_parts_make_the_price, part_fund = part_fund + 1",
        "product_parts_make_the_price, part_tax = null",
        "product_parts_not_negative, 'part_maker = part_maker + part_fund + 1, part_fund = -1'",
        "product_whole, article_code = null",
        "product_fineness_is_of_silver, fineness = 9250",
        "product_silver_has_fineness, material_code = 'SILVER'",
        "product_unique_is_one, quantity = 2",
        "product_to_order_has_lead, kind = 'to_order'",
        "product_of_one_maker, maker_organisation = null",
        "product_sent_back_with_reason, state = 'sent_back'",
        "product_only_revisions_are_taken_over, state = 'taken_over'",
        "product_work_plausible, work_hours = 0"
    })
    void aProductStaysWhole(String constraint, String assignment) {
        var product = market.onSale(1);
        violates(constraint, "update market.product set " + assignment.strip() + " where id = :id", product);
    }

    @ParameterizedTest
    @CsvSource({
        "piece_goes_its_way, state = 'sold'",
        "piece_goes_its_way, state = 'with_maker'",
        "piece_goes_its_way, state = 'inspected'",
        "piece_stays_itself, serial = 'Q000000000'",
        "piece_held_whole, state = 'held'",
        "piece_returned_with_reason, state = 'lost'"
    })
    void aPieceGoesItsWayAndNoOther(String constraint, String assignment) {
        var product = market.onSale(1);
        violates(constraint, "update market.piece set " + assignment.strip() + " where product_id = :id", product);
    }

    @Test
    void nobodyRewritesWhatHappenedToAPiece() {
        var product = market.onSale(1);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("delete from market.piece_step").update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update market.shelf set price = 1 where product_id = :id")
                        .param("id", product.value())
                        .update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("delete from market.product where id = :id")
                        .param("id", product.value())
                        .update());
    }

    @Test
    void whoTakesBackTheConsentToBeNamedIsNotNamedFromThatMoment() {
        var artisan = market.artisan();
        var product = reviewing.accept(market.proposed(artisan, 1), SELLER);
        database.sql("update market.maker set number = 7, name_ar = 'السالكة', name_latin = 'Salka' where id = :id")
                .param("id", artisan.value())
                .update();

        makers.agreed(new ma.qutb.registry.ConsentRecorded(
                new PersonId(artisan.value()), ConsentPurpose.DIRECTORY_NAME.code(), false));

        assertThat(database.sql("select name_ar is null and number is null from market.maker where id = :id")
                        .param("id", artisan.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(catalogue.find(product).orElseThrow().maker()).isEqualTo(artisan);
    }

    @Test
    void anEditShowsAtOnce() {
        var product = market.onSale(1);
        var number = catalogue.find(product).orElseThrow().number();
        var revision = reviewing.revise(product, SELLER);
        describing.price(revision, 999_00, 100_00, 10, SELLER);
        reviewing.propose(revision, SELLER);
        assertThat(price(product)).isEqualTo(TestMarket.PRICE);

        reviewing.accept(revision, SELLER);

        assertThat(price(product)).isEqualTo(999_00);
        assertThat(catalogue.byNumber(number).orElseThrow().price().price()).isEqualTo(999_00);
    }

    @Test
    void whatCannotBeSaidOfAThingIsRefused() {
        var id = describing.begin(ProductId.next(), market.cooperative(), false, SELLER);
        refused("market.product.refusal.article", () -> describing.what(id, "ROCKET", SELLER));
        refused("market.product.refusal.article", () -> describing.price(id, 100_00, 0, 8, SELLER));
        refused("market.product.refusal.word", () -> describing.madeOf(id, "KRYPTON", List.of(), SELLER));
        refused("market.product.refusal.word", () -> describing.adorned(id, "KNOTTED", null, List.of("PLAID"), SELLER));
        describing.what(id, "RING", SELLER);
        describing.madeOf(id, "WOOL", List.of(), SELLER);
        refused("market.product.refusal.not-silver", () -> describing.silver(id, silver(null), SELLER));
        describing.madeOf(id, "SILVER", List.of(), SELLER);
        refused("market.product.refusal.lot", () -> describing.silver(id, silver(LotId.next()), SELLER));
        refused(
                "market.product.refusal.weight",
                () -> describing.silver(
                        id, new Silver(0, Fineness.ofThousandths(925), null, Silver.Hallmark.NO, ""), SELLER));
        refused(
                "market.product.refusal.size",
                () -> describing.size(id, new Size(60_000, null, null, "", null), SELLER));
        refused("market.product.refusal.quantity", () -> describing.howMany(id, Product.Kind.SERIES, 0, null, SELLER));
        refused("market.product.refusal.lead", () -> describing.howMany(id, Product.Kind.TO_ORDER, 1, 400, SELLER));
        refused("market.product.refusal.work", () -> describing.price(id, 100_00, 0, 0, SELLER));
        refused("market.price.refusal.nothing-left", () -> describing.price(id, 100_00, -1, 8, SELLER));
        refused("market.product.refusal.not-withdrawn", () -> reviewing.offerAgain(id, SELLER));
        refused("market.product.refusal.not-proposed", () -> reviewing.accept(id, SELLER));
        refused(
                "market.product.refusal.no-maker",
                () -> describing.begin(ProductId.next(), MakerId.of(PersonId.next()), false, SELLER));
        refused("market.product.refusal.unknown", () -> describing.what(ProductId.next(), "RING", SELLER));
        for (int i = 1; i <= 8; i++) {
            photos.show(id, "img/p" + i + ".webp");
        }
        refused("market.photo.refusal.too-many", () -> photos.show(id, "img/p9.webp"));
    }

    private static Silver silver(LotId lot) {
        return new Silver(9_500, Fineness.ofThousandths(925), lot, Silver.Hallmark.PENDING, "");
    }

    private long price(ProductId product) {
        return database.sql("select price from market.shelf where product_id = :id")
                .param("id", product.value())
                .query(Long.class)
                .single();
    }

    private void violates(String constraint, String sql, ProductId product) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql(sql).param("id", product.value()).update())
                .withMessageContaining(constraint);
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
