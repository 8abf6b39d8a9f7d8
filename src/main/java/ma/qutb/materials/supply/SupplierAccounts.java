package ma.qutb.materials.supply;

import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Owner;
import ma.qutb.materials.Fund;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.SupplierId;
import org.springframework.stereotype.Component;

/** What a fund owes a supplier: for what came and was not billed, and for what was billed. */
@Component
class SupplierAccounts {

    private final FundAccounts accounts;

    SupplierAccounts(FundAccounts accounts) {
        this.accounts = accounts;
    }

    AccountId notBilled(Fund fund, SupplierId supplier, String name) {
        return account(fund, ChartRole.PAYABLE, supplier, name);
    }

    AccountId billed(Fund fund, SupplierId supplier, String name) {
        return account(fund, ChartRole.SUPPLIER, supplier, name);
    }

    private AccountId account(Fund fund, ChartRole role, SupplierId supplier, String name) {
        return accounts.of(
                fund,
                role,
                Commodity.MAD,
                Owner.of(Owner.Kind.FUND, fund.id().value()),
                supplier.value(),
                new Label(name, name, name),
                Bounds.NONE);
    }
}
