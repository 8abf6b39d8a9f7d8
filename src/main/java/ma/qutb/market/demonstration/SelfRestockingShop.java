package ma.qutb.market.demonstration;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import ma.qutb.market.PieceId;
import ma.qutb.market.ProductId;
import ma.qutb.market.order.Cart;
import ma.qutb.market.stock.KeepingPieces;
import ma.qutb.market.stock.PiecePlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Made-up makers bring another piece of what they make before somebody of the story buys it, so that the shop of today stays as it is. */
@Component
class SelfRestockingShop {

    private record Offered(ProductId product, long number, long price) {}

    private final JdbcClient database;
    private final KeepingPieces pieces;
    private final PiecePlaces places;
    private final DemonstrationMakers makers;
    private @Nullable List<Offered> offered;

    SelfRestockingShop(JdbcClient database, KeepingPieces pieces, PiecePlaces places, DemonstrationMakers makers) {
        this.database = database;
        this.pieces = pieces;
        this.places = places;
        this.makers = makers;
    }

    /** A cart with one or two things that are there to be had now; nothing where there is no made-up shop. */
    Optional<Cart> something(RandomGenerator random) {
        var all = offered();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var cart = new Cart(List.of());
        int things = random.nextInt(4) == 0 ? 2 : 1;
        for (int i = 0; i < things; i++) {
            var one = all.get(random.nextInt(all.size()));
            bring(one.product);
            cart = cart.with(one.number, 1, one.price);
        }
        return Optional.of(cart);
    }

    /** A cart with one thing that is made to order, those of whoever has an account first. */
    Optional<Cart> toOrder(int which) {
        var her = makers.withAccount().map(it -> it.person().id().value()).orElse(null);
        return database.sql("""
            select number, price from market.shelf where demonstration and kind = 'to_order'
             order by maker_id is distinct from :her, number limit 1 offset :which
            """)
                .param("her", her, java.sql.Types.OTHER)
                .param("which", which)
                .query((row, number) -> new Cart(List.of()).with(row.getLong("number"), 1, row.getLong("price")))
                .optional();
    }

    /** The serial of a piece that lies in the hall and can be had now. */
    Optional<String> aPiece(RandomGenerator random) {
        var all = offered();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var brought = bring(all.get(random.nextInt(all.size())).product);
        return database.sql("select serial from market.piece where id = :id")
                .param("id", brought.getFirst().value())
                .query(String.class)
                .optional();
    }

    private List<PieceId> bring(ProductId product) {
        var made = pieces.make(product, 1, TellingTheCatalogue.SELLER);
        for (var piece : made) {
            pieces.receive(piece, places.called(PiecePlaces.HALL), TellingTheCatalogue.SELLER);
            pieces.passInspection(piece, "", TellingTheCatalogue.SELLER);
            pieces.putOnSale(piece, TellingTheCatalogue.SELLER);
        }
        return made;
    }

    /** Series only: of what is unique there is no second. */
    private List<Offered> offered() {
        var known = offered;
        if (known == null || known.isEmpty()) {
            known = database.sql("""
                select product_id, number, price from market.shelf where demonstration and kind = 'series' order by number
                """)
                    .query((row, number) -> new Offered(
                            new ProductId(row.getObject("product_id", java.util.UUID.class)),
                            row.getLong("number"),
                            row.getLong("price")))
                    .list();
            offered = known;
        }
        return known;
    }
}
