package ma.qutb.materials;

import ma.qutb.kernel.Refusal;

/**
 * What leaves a lot together: a weight, the silver in it and its part of the lot's cost. The last taking that empties a lot
 * takes whatever cost and silver is left of it, so that nothing of a lot stays behind.
 *
 * @param weight milligrams of silver as it lies on the scale, or smallest parts of another material's unit
 * @param fine milligrams; 0 for materials without fineness
 * @param cost centimes
 */
public record Taking(long weight, long fine, long cost) {

    /**
     * Takes a weight out of a lot.
     *
     * @param lot as it was received
     * @param left what of it is still in the accounts of the point
     * @throws Refusal when nothing is to be taken, or more than there is
     */
    public static Taking of(Lot lot, Taking left, long weight) {
        if (weight <= 0) {
            throw new Refusal("materials.lot.refusal.nothing-taken");
        }
        if (weight > left.weight) {
            throw new Refusal("materials.lot.refusal.not-enough", lot.number());
        }
        if (weight == left.weight) {
            return left;
        }
        // Rounding up again and again could come to more than there is.
        long cost = Math.min(left.cost, Portion.of(lot.cost(), weight, lot.weight()));
        // Rounding down again and again could leave a rest with more silver in it than it weighs.
        long atLeast = left.fine - (left.weight - weight);
        long fine = lot.fineness()
                .map(it -> Math.min(left.fine, Math.max(it.fineOf(weight), atLeast)))
                .orElse(0L);
        return new Taking(weight, fine, cost);
    }

    public boolean isNothing() {
        return weight == 0 && fine == 0 && cost == 0;
    }
}
