package ma.qutb.market.store;

import ma.qutb.kernel.Ids;

/** Which start of the program draws the pages: another one may draw them otherwise, in other words. */
final class Program {

    static final String PRINT = Ids.next().toString().substring(0, 13);

    private Program() {}
}
