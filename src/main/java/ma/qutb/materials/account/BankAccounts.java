package ma.qutb.materials.account;

import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.SalePoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bank accounts of points: whoever takes money out of one finds it there. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BankAccounts {

    private final JdbcClient database;
    private final FundAccounts accounts;
    private final Balances balances;

    BankAccounts(JdbcClient database, FundAccounts accounts, Balances balances) {
        this.database = database;
        this.accounts = accounts;
        this.balances = balances;
    }

    /**
     * The account to take money out of. Nobody else takes any until the transaction ends: the ledger holds no floor for it, so the point
     * is held instead. Hold tills and stock before, as everybody does.
     *
     * @throws Refusal when it holds less
     */
    public AccountId paying(SalePoint point, long centimes) {
        database.sql("select id from materials.sale_point where id = :id for no key update")
                .param("id", point.id().value())
                .query()
                .singleRow();
        var bank = accounts.of(point, ChartRole.BANK, Commodity.MAD);
        long there = balances.of(bank);
        if (centimes > there) {
            throw new Refusal("materials.bank.refusal.too-little", Math.max(0, there) / 100.0);
        }
        return bank;
    }
}
