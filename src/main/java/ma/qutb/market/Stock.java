package ma.qutb.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.qutb.ledger.Poster;

/**
 * One stock for every channel. Whoever wants a piece holds it, then sells it or gives it back; a hold ends by itself when its time is
 * over. Two buyers never get the last one: the database lets each piece be taken once. Every act runs in the caller's transaction.
 */
public interface Stock {

    /** Where a piece is being bought. */
    enum Channel {
        STORE,
        TILL,
        STAND,
        ORDER;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What somebody wants.
     *
     * @param piece this very one, as it was scanned; otherwise any of the product
     */
    record Wanted(ProductId product, int count, Optional<PieceId> piece) {

        public static Wanted any(ProductId product, int count) {
            return new Wanted(product, count, Optional.empty());
        }

        public static Wanted exactly(Piece piece) {
            return new Wanted(piece.product(), 1, Optional.of(piece.id()));
        }
    }

    /**
     * Keeps pieces for a buyer, all of them or none.
     *
     * @param until when they are free again by themselves
     * @return the pieces, by product in the order of their ids
     * @throws ma.qutb.kernel.Refusal {@code market.stock.refusal.gone} when there are not enough
     */
    List<Piece> hold(HoldId hold, Channel channel, List<Wanted> wanted, Instant until, Poster by);

    /**
     * Keeps them longer, for example while the bank's page is open.
     *
     * @throws ma.qutb.kernel.Refusal {@code market.stock.refusal.hold-lost} when somebody else got one meanwhile
     */
    void extend(HoldId hold, Instant until);

    /** Lets others have them. Nothing happens when it ended before. */
    void giveBack(HoldId hold, String reason, Poster by);

    /**
     * They are the buyer's. A hold whose time is over still sells what nobody else took.
     *
     * @throws ma.qutb.kernel.Refusal {@code market.stock.refusal.hold-lost} when somebody else got one meanwhile
     */
    List<Piece> sell(HoldId hold, Poster by);

    /** A sold piece is back at the hall: it is inspected again before it can be sold. */
    void comeBack(PieceId piece, String reason, Poster by);
}
