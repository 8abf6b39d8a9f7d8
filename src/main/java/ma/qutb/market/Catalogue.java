package ma.qutb.market;

import java.util.List;
import java.util.Optional;

/** What is offered, and the pieces there are of it. */
public interface Catalogue {

    /** Accepted once, whether or not it is offered now: whoever bought it still asks for it. */
    Optional<Product> find(ProductId product);

    Optional<Product> byNumber(long number);

    Optional<Piece> piece(PieceId piece);

    Optional<Piece> bySerial(String serial);

    /** Every piece of a product, the oldest first. */
    List<Piece> pieces(ProductId product);
}
