package ma.qutb.materials.price;

import java.util.List;
import ma.qutb.materials.UnitPrice;

/** What a point must earn back besides the metal: bringing it, assaying it, what is lost in handling, and its margin. */
public record Charges(Charge transport, Charge assay, Charge loss, Charge margin) {

    public static final Charges NONE = new Charges(Charge.NOTHING, Charge.NOTHING, Charge.NOTHING, Charge.NOTHING);

    /**
     * The lowest price at which the fund can buy again what it sells: never under what the lot cost, never under what it costs
     * today (a fund that sells at yesterday's cost while prices rise ends with less metal), plus the charges, each on that higher price.
     */
    public UnitPrice floor(UnitPrice lotCost, UnitPrice replacement) {
        var base = lotCost.orIfHigher(replacement);
        return base.plus(transport.on(base))
                .plus(assay.on(base))
                .plus(loss.on(base))
                .plus(margin.on(base));
    }

    List<Charge> each() {
        return List.of(transport, assay, loss, margin);
    }

    public Charges withMargin(Charge other) {
        return new Charges(transport, assay, loss, other);
    }
}
