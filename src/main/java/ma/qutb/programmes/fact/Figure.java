package ma.qutb.programmes.fact;

import org.jspecify.annotations.Nullable;

/**
 * The number a fact states, with what its publication adds to it.
 *
 * @param value centimes for money, else a count
 * @param unit {@code MAD}, {@code people}, {@code shops} …; empty: plain number. Its words are {@code programmes.unit.<unit>}
 * @param hedge {@code about}, {@code more_than}, {@code planned}, {@code total}, {@code alternative}; null: none
 * @param standing {@code actual}, {@code current}, {@code target}, {@code planned}, {@code total}; null: not said
 */
public record Figure(
        long value,
        String unit,
        @Nullable String hedge,
        @Nullable String standing) {

    public boolean money() {
        return unit.equals("MAD");
    }

    /** Whether the publication speaks of what is to come. */
    public boolean ahead() {
        return "target".equals(standing) || "planned".equals(standing) || "planned".equals(hedge);
    }

    /** Whether the publication itself says the number is not exact. */
    public boolean rough() {
        return "about".equals(hedge) || "more_than".equals(hedge);
    }
}
