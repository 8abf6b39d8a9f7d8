package ma.qutb.spaces.allocation;

import org.jspecify.annotations.Nullable;

/**
 * Why an applicant has, or has not, a unit they wanted. Every fact in it can be checked in the input and the result.
 *
 * @param rank of the unit among the applicant's wishes, from 1
 * @param winner application that has the unit or, for a neighbour, the one next to it
 * @param own score, place in the draw or rank of the applicant, as the kind says
 * @param theirs the same of the winner
 * @param about the quota, the neighbouring unit, or the unit the applicant has
 */
public record Reason(
        String unit,
        int rank,
        Kind kind,
        @Nullable String winner,
        long own,
        long theirs,
        @Nullable String about) {

    /** What decided. */
    public enum Kind {
        /** The unit is theirs. */
        GIVEN,
        /** A document asked for was missing. */
        DOCUMENTS,
        /** The unit is not meant for the craft. */
        CRAFT,
        /** The craft causes more than the walls hold back. */
        NUISANCE,
        /** The unit has steps. */
        ACCESS,
        /** They, or their party, have a unit they wanted at least as much. */
        HAS_ANOTHER,
        /** Who has it has more points. */
        HIGHER_SCORE,
        /** As many points; who has it was drawn earlier. */
        DRAW,
        /** Who has it has a seat of a quota that would otherwise not be filled. */
        QUOTA,
        /** A neighbour of the unit would be disturbed, or would disturb. */
        NEIGHBOUR,
        /** As many points; who has it wanted it more. */
        DEARER_WISH,
        /** The points and wishes of all together are greater this way. */
        ALL_TOGETHER
    }
}
