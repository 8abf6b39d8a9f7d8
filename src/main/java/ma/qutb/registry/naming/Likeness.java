package ma.qutb.registry.naming;

import java.util.List;

/**
 * How likely two descriptions are of one person, and why.
 *
 * @param score from 0 to 1, an estimate of the probability
 * @param reasons what speaks for and against, in the order a registrar would check
 */
public record Likeness(double score, List<Reason> reasons) {

    /** From here on a pair is suggested to the registrar; tuned on one half of the labelled pairs. */
    public static final double SUGGESTED = 0.5;

    public boolean suggested() {
        return score >= SUGGESTED;
    }

    /** What was compared, and how it came out. */
    public enum Reason {
        SAME_IDENTITY,
        OTHER_IDENTITY,
        SAME_NAME,
        SIMILAR_NAME,
        OTHER_GIVEN_NAME,
        OTHER_FAMILY_NAME,
        NAMES_SWAPPED,
        SAME_BIRTH_DATE,
        CLOSE_BIRTH_DATE,
        OTHER_BIRTH_DATE,
        SAME_PHONE,
        CLOSE_PHONE,
        OTHER_PHONE,
        SAME_COMMUNE,
        OTHER_SEX
    }
}
