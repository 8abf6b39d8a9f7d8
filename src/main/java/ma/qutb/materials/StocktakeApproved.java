package ma.qutb.materials;

import java.util.UUID;

/** A count was approved and its differences are in the books. */
public record StocktakeApproved(UUID stocktake, FundId fund, SalePointId point) {}
