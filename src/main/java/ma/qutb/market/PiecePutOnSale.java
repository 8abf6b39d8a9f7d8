package ma.qutb.market;

/** A piece passed inspection and everybody may buy it from now on; whoever waits for it takes it in the same transaction. */
public record PiecePutOnSale(PieceId piece) {}
