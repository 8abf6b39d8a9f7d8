package ma.qutb.materials.counter;

import java.util.Optional;
import java.util.Set;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Material;
import ma.qutb.materials.Prices.Quote;
import ma.qutb.materials.SalePoint;
import ma.qutb.registry.People;

/**
 * An artisan at a counter who may buy.
 *
 * @param quote what buying the material again costs today
 * @param exception that lets them pay less
 * @param ended finenesses the material is not dealt in any more
 */
record Visit(
        SalePoint point,
        Material material,
        People.Summary buyer,
        Terms terms,
        Quote quote,
        Optional<ExceptionTable.Allowed> exception,
        Set<Fineness> ended) {

    /** @throws Refusal for a lot of a fineness that has ended, which no counter offers */
    void checkDealtIn(LotAtPoint lot) {
        if (lot.lot().fineness().filter(ended::contains).isPresent()) {
            throw new Refusal("materials.counter.refusal.ended-fineness");
        }
    }
}
