package ma.qutb.market.till;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.Poster;
import ma.qutb.market.HoldId;
import ma.qutb.market.Piece;
import ma.qutb.market.PieceId;
import ma.qutb.market.ProductId;
import ma.qutb.registry.LocalName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Carts at tills. */
@Repository
class TillCarts {

    private final JdbcClient database;
    private final Clock clock;

    TillCarts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    TillCart read(UUID cart, UUID till) {
        return new TillCart(
                cart,
                database.sql("""
            select b.piece_id, b.hold_id, i.product_id, i.serial, p.title_ar, p.title_fr, p.title_en, p.price, f.file_id, f.asset,
                coalesce(h.until, b.scanned_at) as until
              from market.till_basket b
              join market.piece i on i.id = b.piece_id
              join market.product p on p.id = i.product_id
              join market.hold h on h.id = b.hold_id
              left join lateral (select file_id, asset from market.photo where product_id = p.id order by position limit 1) f on true
             where b.cart = :cart and b.till_id = :till order by b.scanned_at, b.piece_id
            """)
                        .param("cart", cart)
                        .param("till", till)
                        .query(TillCarts::item)
                        .list());
    }

    /** The cart this seller left at the till, while its pieces are still held; a fresh one otherwise. */
    UUID of(UUID till, Poster seller) {
        return database.sql("""
            select b.cart from market.till_basket b join market.piece i on i.id = b.piece_id and i.hold_id = b.hold_id and i.state = 'held'
             where b.till_id = :till and b.seller = :seller order by b.scanned_at desc limit 1
            """)
                .param("till", till)
                .param("seller", seller.id())
                .query(UUID.class)
                .optional()
                .orElseGet(Ids::next);
    }

    Optional<HoldId> holdOf(UUID cart, PieceId piece) {
        return database.sql("select hold_id from market.till_basket where cart = :cart and piece_id = :piece")
                .param("cart", cart)
                .param("piece", piece.value())
                .query(UUID.class)
                .optional()
                .map(HoldId::new);
    }

    /** Puts a piece in, or under its new hold. */
    void put(UUID cart, UUID till, Piece piece, HoldId hold, Poster seller) {
        remove(cart, piece.id());
        database.sql("""
            insert into market.till_basket (cart, piece_id, till_id, hold_id, seller, scanned_at)
            values (:cart, :piece, :till, :hold, :seller, :now)
            """)
                .param("cart", cart)
                .param("piece", piece.id().value())
                .param("till", till)
                .param("hold", hold.value())
                .param("seller", seller.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID cart, PieceId piece) {
        database.sql("delete from market.till_basket where cart = :cart and piece_id = :piece")
                .param("cart", cart)
                .param("piece", piece.value())
                .update();
    }

    void empty(UUID cart) {
        database.sql("delete from market.till_basket where cart = :cart")
                .param("cart", cart)
                .update();
    }

    /** Carts nobody came back to. */
    void forget(Instant before) {
        database.sql("delete from market.till_basket where scanned_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static TillCart.Item item(ResultSet row, int number) throws SQLException {
        return new TillCart.Item(
                new PieceId(row.getObject("piece_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                new HoldId(row.getObject("hold_id", UUID.class)),
                row.getString("serial"),
                new LocalName(row.getString("title_ar"), row.getString("title_fr"), row.getString("title_en")),
                row.getLong("price"),
                row.getObject("file_id", UUID.class),
                row.getString("asset"),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }
}
