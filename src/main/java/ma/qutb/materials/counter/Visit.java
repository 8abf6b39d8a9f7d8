package ma.qutb.materials.counter;

import java.util.Optional;
import ma.qutb.materials.Material;
import ma.qutb.materials.Prices.Quote;
import ma.qutb.materials.SalePoint;
import ma.qutb.registry.People;

/**
 * An artisan at a counter who may buy.
 *
 * @param quote what buying the material again costs today
 * @param exception that lets them pay less
 */
record Visit(
        SalePoint point,
        Material material,
        People.Summary buyer,
        Terms terms,
        Quote quote,
        Optional<ExceptionTable.Allowed> exception) {}
