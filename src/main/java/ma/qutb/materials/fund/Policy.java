package ma.qutb.materials.fund;

import java.util.Locale;

/** What a price is made from, before the margin. */
public enum Policy {
    /** What the silver cost when it was bought. */
    COST,
    /** What it costs to buy again today. */
    REPLACEMENT,
    /** The dearer of the two: the floor of a point that keeps its capital. */
    HIGHER;

    public long base(long cost, long replacement) {
        return switch (this) {
            case COST -> cost;
            case REPLACEMENT -> replacement;
            case HIGHER -> Math.max(cost, replacement);
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
