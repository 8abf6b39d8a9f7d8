package ma.qutb.market;

import java.time.Instant;

/** Somebody of the hall looked at a piece and found it good. */
public record PieceInspected(PieceId piece, Instant at) {}
