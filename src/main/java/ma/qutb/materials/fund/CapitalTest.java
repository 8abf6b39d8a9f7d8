package ma.qutb.materials.fund;

import ma.qutb.materials.Portion;
import ma.qutb.materials.UnitPrice;

/**
 * One of the two questions about a fund, each drawn as a bar: does it have what it was given?
 *
 * @param has in centimes or milligrams
 * @param needs the same unit
 */
public record CapitalTest(long has, long needs) {

    private static final long WHOLE = 10_000;

    /** In dirhams: equity ≥ contributions − authorised withdrawals. */
    public static CapitalTest nominal(Holdings held, Founding given) {
        return new CapitalTest(held.equity(), given.money());
    }

    /**
     * In silver: fine weight in stock + (cash + good receivables − debts) ÷ today's replacement price ≥ K₀. Physical capital
     * maintenance as in the Conceptual Framework of IFRS, chapter 8.
     *
     * @param price of a kilogram of fine silver today
     */
    public static CapitalTest physical(Holdings held, Founding given, UnitPrice price) {
        return new CapitalTest(held.silverAt(price), given.fine());
    }

    /** Whether anything was put in: to a fund without capital the question is not asked. */
    public boolean asked() {
        return needs > 0;
    }

    public boolean passed() {
        return has >= needs;
    }

    /** What there is more than needed; negative: what is missing. */
    public long over() {
        return has - needs;
    }

    /** How much of what is needed there is, in hundredths of a percent; all of it where nothing is needed. */
    public long share() {
        return needs <= 0 ? WHOLE : Portion.of(Math.max(0, has), WHOLE, needs);
    }
}
