package ma.qutb.materials.stock;

import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Draft;
import ma.qutb.materials.Fund;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Material;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Taking;
import org.springframework.stereotype.Component;

/** The lines of an entry that a taking makes: cost, weight and silver, each in its own commodity. */
@Component
public class LotPostings {

    private final FundAccounts accounts;
    private final Materials materials;

    LotPostings(FundAccounts accounts, Materials materials) {
        this.accounts = accounts;
        this.materials = materials;
    }

    public Draft out(Draft draft, LotAtPoint lot, Taking taking) {
        return put(draft, lot, negative(taking));
    }

    public Draft in(Draft draft, LotAtPoint lot, Taking taking) {
        return put(draft, lot, taking);
    }

    private static Draft put(Draft draft, LotAtPoint lot, Taking it) {
        var more = line(draft, lot.costAccount(), it.cost());
        more = line(more, lot.weightAccount(), it.weight());
        return it.fine() == 0 ? more : line(more, lot.fineAccount().orElseThrow(), it.fine());
    }

    /** On an account of the fund, for what is under way between points. */
    public Draft on(Draft draft, Fund fund, ChartRole role, LotAtPoint lot, Taking it) {
        var material = materials.find(lot.lot().material()).orElseThrow();
        var more = it.cost() == 0 ? draft : line(draft, accounts.of(fund, role, Commodity.MAD), it.cost());
        more = it.weight() == 0 ? more : line(more, accounts.of(fund, role, material.commodity()), it.weight());
        return it.fine() == 0 ? more : line(more, accounts.of(fund, role, fineOf(material)), it.fine());
    }

    /** On an account of the point, for what is lost there. */
    public Draft on(Draft draft, SalePoint point, ChartRole role, LotAtPoint lot, Taking it) {
        var material = materials.find(lot.lot().material()).orElseThrow();
        var more = it.cost() == 0 ? draft : line(draft, accounts.of(point, role, Commodity.MAD), it.cost());
        more = it.weight() == 0 ? more : line(more, accounts.of(point, role, material.commodity()), it.weight());
        return it.fine() == 0 ? more : line(more, accounts.of(point, role, fineOf(material)), it.fine());
    }

    static Taking negative(Taking it) {
        return new Taking(-it.weight(), -it.fine(), -it.cost());
    }

    private static String fineOf(Material material) {
        return material.fineCommodity().orElseThrow();
    }

    private static Draft line(Draft draft, ma.qutb.ledger.AccountId account, long amount) {
        return amount > 0 ? draft.debit(account, amount) : amount < 0 ? draft.credit(account, -amount) : draft;
    }
}
