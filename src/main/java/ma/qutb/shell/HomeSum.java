package ma.qutb.shell;

/**
 * The money makers have had of the pole's sales, for the public home page. The module that keeps the book of sales offers it as a bean; it
 * is never typed in.
 */
public interface HomeSum {

    /** In centimes, as the ledger says; 0 before the first payout, which the page does not show. */
    long paidToMakers();
}
