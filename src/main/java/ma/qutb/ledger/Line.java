package ma.qutb.ledger;

/**
 * One side of an entry.
 *
 * @param amount in the smallest part of the account's commodity; a debit is positive, a credit negative
 */
public record Line(AccountId account, long amount) {

    /** Texts of the journal are single lines, because its chain is computed over lines. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
