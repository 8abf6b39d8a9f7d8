package ma.qutb.market;

import java.util.List;
import ma.qutb.ledger.Poster;
import ma.qutb.market.product.DescribingProducts;
import ma.qutb.market.product.ProductPhotos;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.market.product.Size;
import ma.qutb.market.stock.KeepingPieces;
import ma.qutb.market.stock.PiecePlaces;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;

/** Makes products and pieces for tests, by the activities a maker and the hall call. */
public class TestMarket {

    public static final Poster SELLER = new Poster("00000000-0000-7000-8000-000000000003", "مريم");
    public static final long PRICE = 680_00;

    private final DescribingProducts describing;
    private final ProductPhotos photos;
    private final ReviewingProducts reviewing;
    private final KeepingPieces pieces;
    private final PiecePlaces places;
    private final Catalogue catalogue;
    private final Organisations organisations;
    private final People people;

    TestMarket(
            DescribingProducts describing,
            ProductPhotos photos,
            ReviewingProducts reviewing,
            KeepingPieces pieces,
            PiecePlaces places,
            Catalogue catalogue,
            Organisations organisations,
            People people) {
        this.describing = describing;
        this.photos = photos;
        this.reviewing = reviewing;
        this.pieces = pieces;
        this.places = places;
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.people = people;
    }

    public MakerId cooperative() {
        return MakerId.of(organisations.byReference("ORG-COOPJ").orElseThrow().id());
    }

    public MakerId artisan() {
        return MakerId.of(people.byReference("P-OUALLA").orElseThrow().id());
    }

    /** A carpet that is described whole and not yet proposed; of as many pieces. */
    public ProductId described(MakerId maker, int pieces) {
        var id = describing.begin(ProductId.next(), maker, false, SELLER);
        describing.what(id, "CARPET", SELLER);
        describing.madeOf(id, "WOOL", List.of(), SELLER);
        describing.adorned(id, "KNOTTED", "LOZENGE", List.of("RED"), SELLER);
        describing.size(id, new Size(1400, 2200, null, "", 9_200_000L), SELLER);
        describing.howMany(id, pieces == 1 ? Product.Kind.UNIQUE : Product.Kind.SERIES, pieces, null, SELLER);
        describing.price(id, PRICE, 210_00, 16, SELLER);
        photos.show(id, "img/rug.webp");
        return id;
    }

    public ProductId proposed(MakerId maker, int pieces) {
        var id = described(maker, pieces);
        reviewing.propose(id, SELLER);
        return id;
    }

    /** Accepted; its pieces are still with the maker. */
    public ProductId accepted(int pieces) {
        return reviewing.accept(proposed(cooperative(), pieces), SELLER);
    }

    /** In the hall, and to be had. */
    public ProductId onSale(int many) {
        var id = accepted(many);
        pieces(id).forEach(it -> {
            pieces.receive(it.id(), places.called(PiecePlaces.HALL), SELLER);
            pieces.passInspection(it.id(), "", SELLER);
            pieces.putOnSale(it.id(), SELLER);
        });
        return id;
    }

    public List<Piece> pieces(ProductId product) {
        return catalogue.pieces(product);
    }

    public Piece piece(ProductId product) {
        return pieces(product).getFirst();
    }
}
