package ma.qutb.materials.price;

import ma.qutb.materials.UnitPrice;

/** Somewhere the price of silver can be read. */
interface QuoteSource {

    /** What stands beside the quotes it gave. */
    String name();

    /**
     * Today's price of the fine metal.
     *
     * @throws ma.qutb.kernel.Refusal when it cannot be read now
     */
    UnitPrice silver();
}
