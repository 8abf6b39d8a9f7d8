package ma.qutb.market.entry;

import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.product.DescribingProducts;
import ma.qutb.market.product.ProductPhotos;
import ma.qutb.market.product.ProductTable;
import ma.qutb.market.product.ReviewingProducts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters a product for its maker, by the acts the maker would take, and proposes it: whole or not at all. */
@Service
@Transactional
class EnteringProducts {

    private final DescribingProducts describing;
    private final ProductPhotos photos;
    private final ReviewingProducts reviewing;
    private final ProductTable products;

    EnteringProducts(
            DescribingProducts describing, ProductPhotos photos, ReviewingProducts reviewing, ProductTable products) {
        this.describing = describing;
        this.photos = photos;
        this.reviewing = reviewing;
        this.products = products;
    }

    /**
     * The same id twice is one product.
     *
     * @throws Refusal when something of it cannot be
     */
    void enter(Entered it, Poster by) {
        if (products.find(it.id()).isPresent()) {
            return;
        }
        describing.begin(it.id(), it.maker(), it.demonstration(), by);
        if (it.photo() != null) {
            photos.add(it.id(), it.photo());
        }
        describing.what(it.id(), it.article(), by);
        describing.madeOf(it.id(), it.material(), java.util.List.of(), by);
        describing.adorned(it.id(), it.technique(), it.motif(), it.colours(), by);
        if (it.silver() != null) {
            describing.silver(it.id(), it.silver(), by);
        }
        describing.size(it.id(), it.size(), by);
        describing.howMany(it.id(), it.kind(), it.quantity(), it.leadDays(), by);
        describing.price(it.id(), it.price(), it.cost(), it.hours(), by);
        reviewing.propose(it.id(), by);
    }
}
