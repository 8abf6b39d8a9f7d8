package ma.qutb.ledger.pages;

import ma.qutb.ledger.Commodity;
import ma.qutb.shell.Page;

/** Amounts of any commodity as a page writes them. */
public final class Amounts {

    private Amounts() {}

    /** In whole units, without the unit. */
    public static String say(Page page, long smallestParts, Commodity commodity) {
        return page.exact(smallestParts, commodity.decimals());
    }

    /** Nothing where there is nothing: empty cells read better than zeros in a column of debits. */
    public static String sayUnlessZero(Page page, long smallestParts, Commodity commodity) {
        return smallestParts == 0 ? "" : say(page, smallestParts, commodity);
    }

    public static String unit(Page page, Commodity commodity) {
        return commodity.unit().in(page.language());
    }
}
