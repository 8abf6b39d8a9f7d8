package ma.qutb.materials;

import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Owner;
import org.jspecify.annotations.Nullable;

/**
 * The ledger accounts of a fund's book, opened when they are first asked for and remembered: asking costs nothing in the
 * middle of a sale. Ask before {@code Ledger.post}, which is the last act of a transaction.
 */
public interface FundAccounts {

    /** An account of the fund itself. */
    AccountId of(Fund fund, ChartRole role, String commodity);

    /** An account of a sale point; its bank, its sales. */
    AccountId of(SalePoint point, ChartRole role, String commodity);

    /** A till of a sale point, never below zero. */
    AccountId till(SalePoint point, SalePoints.Till till);

    /** Any other. */
    AccountId of(
            Fund fund,
            ChartRole role,
            String commodity,
            Owner owner,
            java.util.@Nullable UUID subject,
            Label name,
            Bounds bounds);
}
