package ma.qutb.materials;

import java.util.Optional;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;

/**
 * A raw material.
 *
 * @param commodity what the ledger counts it in, by weight or measure
 * @param fineCommodity what the ledger counts the pure metal in it in; only silver has it
 * @param decimals how many places of its unit the smallest part has
 * @param unit sign of the whole unit
 * @param craft whose artisans may buy it
 * @param icon symbol of the sprite, without {@code i-}
 */
public record Material(
        MaterialCode code,
        LocalName name,
        String commodity,
        Optional<String> fineCommodity,
        int decimals,
        LocalName unit,
        CraftCode craft,
        String icon) {

    /** Whether it is counted by fineness too. */
    public boolean hasFineness() {
        return fineCommodity.isPresent();
    }
}
