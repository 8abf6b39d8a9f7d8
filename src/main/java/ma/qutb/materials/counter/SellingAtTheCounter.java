package ma.qutb.materials.counter;

import java.time.Clock;
import java.time.LocalDate;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialSold;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.Taking;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sells raw material to an artisan: one transaction, one entry, one numbered receipt, however often the form is sent. */
@Service
public class SellingAtTheCounter {

    private final Visits visits;
    private final HoldingStock stock;
    private final SaleEntry entries;
    private final SaleWriting writing;
    private final SaleTable sales;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SellingAtTheCounter(
            Visits visits,
            HoldingStock stock,
            SaleEntry entries,
            SaleWriting writing,
            SaleTable sales,
            Ledger ledger,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.visits = visits;
        this.stock = stock;
        this.entries = entries;
        this.writing = writing;
        this.sales = sales;
        this.ledger = ledger;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Sells now.
     *
     * @throws Refusal when the buyer may not, the stock, quota, credit or till does not allow it, or nobody knows today's price
     * @throws ma.qutb.ledger.Conflict when the key stands for another sale
     */
    public SaleId sell(SaleRequest request, Poster clerk) {
        var before = sales.sameRequest(request);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return transaction.execute(status -> sellOnce(request, clerk));
        } catch (DuplicateKeyException e) {
            // The same form twice at the same moment: the first one sold.
            return sales.sameRequest(request).orElseThrow(() -> e);
        }
    }

    private SaleId sellOnce(SaleRequest request, Poster clerk) {
        var today = LocalDate.now(clock);
        var now = clock.instant();
        var visit = visits.of(request, today);
        var to = entries.accounts(visit, request);
        var agreed = visit.exception().map(ExceptionTable.Allowed::unitPrice).orElse(null);
        var lines = stock.hold(request, to.paidInto()).stream()
                .peek(it -> visit.checkDealtIn(it.lot()))
                .map(it -> SaleLine.of(
                        it.lot(),
                        Taking.of(it.lot().lot(), it.lot().left(), it.weight()),
                        visit.quote(),
                        visit.terms().charges(),
                        agreed))
                .toList();
        var sale = SaleBasket.now(request, lines, today, now, clerk, visit.terms());
        writing.write(sale, visit.point().fund().id().value());
        events.publishEvent(new MaterialSold(
                sale.id(),
                request.point(),
                request.buyer(),
                request.material(),
                request.weight(),
                sale.priced(),
                sale.price(),
                today));
        ledger.post(entries.draft(sale, visit.point(), to), clerk);
        return sale.id();
    }
}
