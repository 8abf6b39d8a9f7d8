package ma.qutb.materials.demonstration;

import java.util.List;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialCode;
import org.springframework.stereotype.Component;

/** What lies at the point of the story. */
@Component
class Shelf {

    static final long GRAM = 1000;
    static final Fineness PURE = Fineness.ofThousandths(999);
    static final Fineness STERLING = Fineness.ofThousandths(925);

    private final Lots lots;
    private final FundAccounts accounts;
    private final Balances balances;

    Shelf(Lots lots, FundAccounts accounts, Balances balances) {
        this.lots = lots;
        this.accounts = accounts;
        this.balances = balances;
    }

    /** The lots of which something is left. */
    List<LotAtPoint> of(Story story, Fineness fineness) {
        return lots.at(story.point().id(), MaterialCode.SILVER).stream()
                .filter(it -> it.lot().fineness().filter(fineness::equals).isPresent()
                        && it.left().weight() > 0)
                .toList();
    }

    /** What is left of them, in milligrams. */
    long weight(Story story, Fineness fineness) {
        return of(story, fineness).stream().mapToLong(it -> it.left().weight()).sum();
    }

    /** In centimes. */
    long inTill(Story story) {
        return balances.available(accounts.till(story.point(), story.till()));
    }

    /** In centimes. */
    long inBank(Story story) {
        return balances.of(accounts.of(story.point(), ChartRole.BANK, Commodity.MAD));
    }
}
