package ma.qutb.materials.counter;

import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Owner;
import ma.qutb.ledger.Source;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The entry of a sale. What was sold leaves the stock at what its lot cost and counts as a cost at what buying it again costs; the
 * difference goes to the replacement reserve, so that a price that rose never becomes a profit that can be spent.
 */
@Component
class SaleEntry {

    static final String KIND = "sale";

    private final FundAccounts accounts;

    SaleEntry(FundAccounts accounts) {
        this.accounts = accounts;
    }

    /** The accounts an entry needs besides those of the lots; asked for before anything is held. */
    record Accounts(
            AccountId paidInto,
            @Nullable AccountId support,
            AccountId sales,
            AccountId cost,
            AccountId reserve,
            AccountId outside,
            @Nullable AccountId outsideFine) {}

    /** @throws Refusal when nothing can be paid there: the till is closed, no credit was agreed, the transfer has no reference */
    Accounts accounts(Visit visit, SaleRequest request) {
        var point = visit.point();
        var material = visit.material();
        return new Accounts(
                paidInto(visit, request),
                visit.exception().map(it -> support(point, it)).orElse(null),
                accounts.of(point, ChartRole.SALES, Commodity.MAD),
                accounts.of(point, ChartRole.COST_OF_SALES, Commodity.MAD),
                accounts.of(point.fund(), ChartRole.REPLACEMENT_RESERVE, Commodity.MAD),
                accounts.of(point.fund(), ChartRole.OUTSIDE, material.commodity()),
                material.fineCommodity()
                        .map(it -> accounts.of(point.fund(), ChartRole.OUTSIDE, it))
                        .orElse(null));
    }

    private AccountId paidInto(Visit visit, SaleRequest request) {
        return switch (request.payment()) {
            case CASH -> {
                if (request.till() == null || visit.terms().session().isEmpty()) {
                    throw new Refusal("materials.counter.refusal.till-closed");
                }
                // Its account was opened, with its name, when the till was.
                yield accounts.till(
                        visit.point(),
                        new SalePoints.Till(request.till(), visit.point().id(), ""));
            }
            case TRANSFER -> {
                if (request.reference().isBlank()) {
                    throw new Refusal("materials.counter.refusal.reference");
                }
                yield accounts.of(visit.point(), ChartRole.BANK, Commodity.MAD);
            }
            case CREDIT -> visit.terms().credit().accountOn(visit.terms().day());
        };
    }

    private AccountId support(SalePoint point, ExceptionTable.Allowed allowed) {
        var line = allowed.line();
        return accounts.of(
                point.fund(),
                ChartRole.SUPPORT,
                Commodity.MAD,
                Owner.of(Owner.Kind.FUND, point.fund().id().value()),
                line.id(),
                new Label(
                        line.name().arabic(), line.name().french(), line.name().english()),
                Bounds.NONE);
    }

    Draft draft(SaleBasket sale, SalePoint point, Accounts to) {
        var draft = Draft.of(point.fund().book(), sale.request().key(), KIND, sale.soldOn())
                .from(new Source(KIND, sale.id().value()));
        draft = debit(draft, to.paidInto(), sale.price());
        if (to.support() != null) {
            draft = debit(draft, to.support(), sale.shortfall());
        }
        draft = debit(draft, to.sales(), -sale.price() - sale.shortfall());
        draft = debit(draft, to.cost(), sale.replacement());
        draft = debit(draft, to.reserve(), sale.cost() - sale.replacement());
        for (var line : sale.lines()) {
            draft = debit(draft, line.from().costAccount(), -line.taken().cost());
            draft = debit(draft, line.from().weightAccount(), -line.taken().weight());
        }
        draft = debit(draft, to.outside(), sale.request().weight());
        long fine = 0;
        for (var line : sale.lines()) {
            if (line.from().fineAccount().isPresent()) {
                draft = debit(
                        draft, line.from().fineAccount().get(), -line.taken().fine());
                fine += line.taken().fine();
            }
        }
        return to.outsideFine() == null ? draft : debit(draft, to.outsideFine(), fine);
    }

    /** Nothing is no line; what is negative is a credit. */
    private static Draft debit(Draft draft, AccountId account, long amount) {
        return amount == 0 ? draft : amount > 0 ? draft.debit(account, amount) : draft.credit(account, -amount);
    }
}
