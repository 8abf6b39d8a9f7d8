package ma.qutb.spaces.allocation;

/**
 * What counts how much: a point of score, a place in the draw, a rank among the wishes, a pair of neighbours of one craft.
 *
 * @param score for each point
 * @param draw for each applicant who was drawn later
 * @param wish for each rank gained; a last wish gains one
 * @param cluster for each pair of neighbours of one craft; a bonus outside the linear part
 */
public record Weights(long score, long draw, long wish, long cluster) {

    public Weights {
        if (score < 0 || draw < 0 || wish < 0 || cluster < 0) {
            throw new IllegalArgumentException("a weight below nothing");
        }
    }

    /**
     * One after the other, never traded: the points of all who get a unit, then the draw among equals, then their wishes. No
     * applicant is then passed over for one with fewer points except by a rule of the call.
     */
    public static Weights scoresFirst(int units, int applicants, int wishes) {
        long draw = (long) units * wishes + 1;
        return new Weights(Math.multiplyExact(draw, (long) units * applicants + 1), draw, 1, 0);
    }

    /** The same with neighbours of one craft brought together where nothing else is lost but a rank among wishes. */
    public Weights withClusters(long bonus) {
        return new Weights(score, draw, wish, bonus);
    }
}
