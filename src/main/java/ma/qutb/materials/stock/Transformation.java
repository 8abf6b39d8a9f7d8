package ma.qutb.materials.stock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.materials.SalePoint;

/**
 * What is done to lots.
 *
 * @param key minted with the form
 * @param inputs how much of which lots goes in
 * @param outputs what comes out
 * @param alloyWeight base metal that was added, in milligrams
 */
public record Transformation(
        UUID key,
        Kind kind,
        SalePoint point,
        Map<LotId, Long> inputs,
        List<Output> outputs,
        long alloyWeight,
        String reason,
        Optional<UUID> photo,
        Optional<UUID> document) {

    public Transformation {
        inputs = Map.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** What can be done. */
    public enum Kind {
        /** Lots melted together. */
        MELT,
        /** Melted with base metal, to a lower fineness. */
        ALLOY,
        /** One lot parted in several. */
        SPLIT,
        /** Assayed again: what is in it is known better. */
        ASSAY;

        /** As it is stored, and as its text is called. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A lot that comes out.
     *
     * @param weight as weighed
     * @param fineness as assayed; parts of a lot have the lot's
     */
    public record Output(long weight, Optional<Fineness> fineness) {}
}
