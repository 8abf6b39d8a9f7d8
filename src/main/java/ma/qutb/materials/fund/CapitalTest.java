package ma.qutb.materials.fund;

/**
 * One of the two questions about a fund, each drawn as a bar: does it have what it was given?
 *
 * @param has in centimes or milligrams
 * @param needs the same unit
 */
record CapitalTest(long has, long needs) {

    private static final long WHOLE = 10_000;

    /** In dirhams: equity ≥ contributions − authorised withdrawals. */
    static CapitalTest nominal(Holdings held, Founding given) {
        return new CapitalTest(held.equity(), given.money());
    }

    /**
     * In silver: fine weight in stock + (cash + good receivables − debts) ÷ today's replacement price ≥ K₀. Physical capital
     * maintenance as in the Conceptual Framework of IFRS, chapter 8.
     *
     * @param price centimes for a fine gram today
     */
    static CapitalTest physical(Holdings held, Founding given, long price) {
        return new CapitalTest(held.silverAt(price), given.fine());
    }

    boolean passed() {
        return has >= needs;
    }

    /** What there is more than needed; negative: what is missing. */
    long over() {
        return has - needs;
    }

    /** How much of what is needed there is, in hundredths of a percent; all of it where nothing is needed. */
    long share() {
        return needs <= 0 ? WHOLE : Math.max(0, Silver.share(Math.max(0, has), WHOLE, needs));
    }
}
