package ma.qutb.materials;

import java.time.LocalDate;
import java.util.Optional;

/** What materials cost to buy again. */
public interface Prices {

    /** The last quote of the material up to this day. */
    Optional<Quote> replacement(MaterialCode material, LocalDate day);

    /**
     * What buying a material again costs.
     *
     * @param price of the fine weight where the material has a fineness, else of its own measure
     */
    record Quote(MaterialCode material, LocalDate day, UnitPrice price) {}
}
