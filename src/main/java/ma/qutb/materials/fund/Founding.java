package ma.qutb.materials.fund;

/**
 * What the partners entrusted to the fund, K₀.
 *
 * @param contributions in centimes
 * @param withdrawals that were authorised and paid, in centimes
 * @param fine what contributions less withdrawals bought on the days they were paid, in milligrams of fine silver
 */
public record Founding(long contributions, long withdrawals, long fine) {

    public long money() {
        return contributions - withdrawals;
    }
}
