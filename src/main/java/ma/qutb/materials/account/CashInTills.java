package ma.qutb.materials.account;

import ma.qutb.kernel.Refusal;

/** What of a till's balance is really in it. */
public final class CashInTills {

    private CashInTills() {}

    /**
     * What somebody stated as missing is not there to be taken, also before somebody else agrees.
     *
     * @param there by the books, in centimes
     * @param missing stated and not agreed to; below zero when there is too much
     * @throws Refusal {@code materials.till.refusal.missing}
     */
    public static void check(long there, long missing, long amount) {
        if (missing > 0 && amount > there - missing) {
            throw new Refusal("materials.till.refusal.missing", Math.max(0, there - missing) / 100.0, missing / 100.0);
        }
    }
}
