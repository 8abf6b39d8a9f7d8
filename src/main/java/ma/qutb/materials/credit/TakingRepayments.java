package ma.qutb.materials.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.FundId;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.counter.Payment;
import ma.qutb.registry.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what was lent; the debt that is due first is paid first. */
@Service
@Transactional
public class TakingRepayments {

    static final String KIND = "repayment";

    private final CreditTable credits;
    private final RepaymentTable repayments;
    private final FundAccounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    TakingRepayments(
            CreditTable credits, RepaymentTable repayments, FundAccounts accounts, Ledger ledger, Clock clock) {
        this.credits = credits;
        this.repayments = repayments;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refusal when nothing, or more than is owed, is paid, the till is closed, or a transfer has no reference */
    public UUID take(RepaymentRequest request, Poster by) {
        var before = repayments.sameRequest(request.key(), request.person(), request.amount());
        if (before.isPresent()) {
            return before.get();
        }
        if (request.amount() <= 0) {
            throw new Refusal("materials.credit.refusal.amount");
        }
        var fund = request.point().fund();
        var owed = credits.account(fund.id(), request.person())
                .orElseThrow(() -> new Refusal("materials.credit.refusal.nothing-owed"));
        var into = paidInto(request);
        ledger.hold(java.util.List.of(owed, into));
        var parts = spread(fund.id(), request.person(), request.amount());
        var id = Ids.next();
        var till = request.payment() == Payment.CASH ? request.till() : null;
        var today = LocalDate.now(clock);
        if (!repayments.add(id, request, fund.id(), till, today, clock.instant(), by, parts)) {
            throw new Refusal("materials.counter.refusal.till-closed");
        }
        ledger.post(
                Draft.of(fund.book(), request.key(), KIND, today)
                        .from(new Source(KIND, id))
                        .debit(into, request.amount())
                        .credit(owed, request.amount()),
                by);
        return id;
    }

    private Map<SaleId, Long> spread(FundId fund, PersonId person, long amount) {
        var parts = new LinkedHashMap<SaleId, Long>();
        long left = amount;
        for (var debt : credits.debts(fund, person)) {
            long part = Math.min(left, debt.still());
            if (part > 0 && credits.pay(debt.sale(), part)) {
                parts.put(debt.sale(), part);
                left -= part;
            }
        }
        if (left > 0) {
            throw new Refusal("materials.credit.refusal.more-than-owed");
        }
        return parts;
    }

    private AccountId paidInto(RepaymentRequest request) {
        if (request.payment() == Payment.CASH) {
            if (request.till() == null) {
                throw new Refusal("materials.counter.refusal.till-closed");
            }
            return accounts.till(
                    request.point(),
                    new SalePoints.Till(request.till(), request.point().id(), ""));
        }
        if (request.reference().isBlank()) {
            throw new Refusal("materials.counter.refusal.reference");
        }
        return accounts.of(request.point(), ChartRole.BANK, Commodity.MAD);
    }
}
