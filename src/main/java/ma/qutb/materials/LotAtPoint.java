package ma.qutb.materials;

import java.util.Optional;
import ma.qutb.ledger.AccountId;

/**
 * A lot, or part of one, at a sale point.
 *
 * @param costAccount its cost, in centimes
 * @param weightAccount its weight, in the commodity of the material
 * @param fineAccount the silver in it
 * @param left what the accounts hold now
 */
public record LotAtPoint(
        Lot lot,
        SalePointId point,
        AccountId costAccount,
        AccountId weightAccount,
        Optional<AccountId> fineAccount,
        Taking left) {}
