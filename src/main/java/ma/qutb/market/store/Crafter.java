package ma.qutb.market.store;

import java.util.Optional;
import ma.qutb.market.finding.NamedMaker;
import ma.qutb.market.finding.Photo;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.TerritoryCode;

/**
 * A maker as the lists of makers show them.
 *
 * @param craft of the newest thing that can be had, as is the photo
 * @param goods how many can be had; 0 where that was not counted
 */
public record Crafter(
        NamedMaker maker,
        CraftCode craft,
        Optional<TerritoryCode> place,
        Optional<Photo> photo,
        long goods,
        boolean demonstration) {}
