package ma.qutb.materials;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lots of raw material, and what is left of them. */
public interface Lots {

    Optional<Lot> find(LotId lot);

    /** Those of them that exist, by id. */
    Map<LotId, Lot> find(Collection<LotId> lots);

    /** The lot at this point, emptied or not. */
    Optional<LotAtPoint> at(SalePointId point, LotId lot);

    /**
     * The same, kept from everybody else until the transaction ends, so that two takings cannot both reckon with what is left.
     * Whoever holds several takes them in the order of their ids.
     */
    LotAtPoint hold(SalePointId point, LotId lot);

    /** Lots of a material at this point of which something is left, the first that came first. */
    List<LotAtPoint> at(SalePointId point, MaterialCode material);

    /** The same of one fineness, or of a material without, and only so many: a point may have emptied hundreds before these. */
    List<LotAtPoint> first(SalePointId point, MaterialCode material, Optional<Fineness> fineness, int most);

    /** Every lot of a fund at any of its points of which something is left. */
    List<LotAtPoint> of(FundId fund);
}
