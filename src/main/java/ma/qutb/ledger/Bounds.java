package ma.qutb.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Between what a balance stays, debits counted positive, in the smallest part of the commodity; what is reserved counts as if
 * it were posted. An account with bounds has a row that every posting locks: bind only what must be bound.
 */
public record Bounds(@Nullable Long lowest, @Nullable Long highest) {

    public static final Bounds NONE = new Bounds(null, null);
    /** For lots of stock and tills: one cannot take out what is not there. */
    public static final Bounds NOT_BELOW_ZERO = new Bounds(0L, null);

    /** For credit: never more than this. */
    public static Bounds ceiling(long highest) {
        return new Bounds(null, highest);
    }
}
