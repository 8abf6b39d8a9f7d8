package ma.qutb.materials.counter;

import java.util.Optional;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.Material;

/**
 * What a counter has of one kind: silver of a fineness, or another material.
 *
 * @param unitPrice centimes for one whole unit (a gram as it lies on the scale) out of the lot that comes first
 * @param left on the scale, in the smallest parts
 */
public record Offer(Material material, Optional<Fineness> fineness, long unitPrice, long left) {

    /** As a form sends it. */
    public String value() {
        return fineness.map(it -> String.valueOf(it.tenths())).orElse("");
    }
}
