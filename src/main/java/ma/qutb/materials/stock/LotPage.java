package ma.qutb.materials.stock;

import java.util.List;
import java.util.Map;
import ma.qutb.ledger.Movements.Movement;
import ma.qutb.materials.Lot;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Material;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import org.jspecify.annotations.Nullable;

/**
 * A lot as its page shows it: from the supplier's invoice to each buyer's receipt.
 *
 * @param here what is left at each point it has lain at
 * @param steps what moved its weight, latest first
 */
public record LotPage(
        Lot lot,
        Material material,
        LotFile.Origin origin,
        List<LotAtPoint> here,
        Map<SalePointId, SalePoint> points,
        List<Step> steps) {

    /**
     * What moved it.
     *
     * @param source address of the business record it came from; null when no page shows it
     */
    public record Step(
            Movement movement, String point, @Nullable String source) {}

    public String path() {
        return "/app/materials/lots/" + lot.id();
    }

    public String path(LotAtPoint at) {
        return path() + "/at/" + at.point();
    }

    public long left() {
        return here.stream().mapToLong(it -> it.left().weight()).sum();
    }

    public long fineLeft() {
        return here.stream().mapToLong(it -> it.left().fine()).sum();
    }

    public long costLeft() {
        return here.stream().mapToLong(it -> it.left().cost()).sum();
    }

    /** Centimes for a gram of silver in it; 0 where there is none. */
    public double costOfFineGram() {
        return lot.fine() == 0 ? 0 : lot.cost() * 1000.0 / lot.fine();
    }
}
