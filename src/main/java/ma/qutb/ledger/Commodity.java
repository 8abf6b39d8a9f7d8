package ma.qutb.ledger;

/**
 * What is counted, by its smallest part.
 *
 * @param code for example {@code MAD}
 * @param decimals how many places of the unit the smallest part has
 * @param unit sign of the whole unit
 */
public record Commodity(String code, int decimals, Label name, Label unit) {

    /** Moroccan dirham, in centimes. */
    public static final String MAD = "MAD";
    /** Silver as it lies on the scale, in milligrams. */
    public static final String SILVER_GROSS = "AG_GROSS";
    /** The silver in it, in milligrams. */
    public static final String SILVER_FINE = "AG_FINE";
}
