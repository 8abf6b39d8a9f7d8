package ma.qutb.registry.duplicates;

import java.util.List;
import java.util.UUID;

/**
 * Two records that may be of one person.
 *
 * @param score from 0 to 1
 * @param reasons what speaks for and against, as names of {@link ma.qutb.registry.naming.Likeness.Reason}
 */
public record SuspectedPair(UUID id, State state, double score, List<String> reasons, Side one, Side other) {

    /** What was decided. */
    public enum State {
        OPEN,
        DIFFERENT,
        MERGED;

        /** In addresses and message keys. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public int percent() {
        // Never "certain": that is for people to say.
        return (int) Math.min(99, Math.round(score * 100));
    }

    /** The record that was merged into the other, once it is. */
    public boolean oneSurvived() {
        return one.mergedInto() == null;
    }
}
