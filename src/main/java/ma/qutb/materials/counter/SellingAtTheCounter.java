package ma.qutb.materials.counter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.SaleId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sells raw material to an artisan: wholly or not at all, one entry, one numbered receipt, however often the form is sent. */
@Service
public class SellingAtTheCounter {

    private final Visits visits;
    private final SaleEntry entries;
    private final SaleTable sales;
    private final WritingSales writing;
    private final SellingTogether together;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final Clock clock;

    SellingAtTheCounter(
            Visits visits,
            SaleEntry entries,
            SaleTable sales,
            WritingSales writing,
            SellingTogether together,
            TransactionTemplate transaction,
            Clock clock) {
        this.visits = visits;
        this.entries = entries;
        this.sales = sales;
        this.writing = writing;
        this.together = together;
        this.transaction = transaction;
        this.clock = clock;
        reading = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        reading.setReadOnly(true);
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
            return goesAlone(request)
                    ? transaction.execute(status -> writing.write(asked(request, clerk)))
                    : together.sell(asked(request, clerk));
        } catch (DuplicateKeyException e) {
            // The same form twice at the same moment: the first one sold.
            return sales.sameRequest(request).orElseThrow(() -> e);
        }
    }

    /** What somebody allowed is used up, under their name, in the transaction of the sale; and who has a transaction keeps it. */
    private static boolean goesAlone(SaleRequest request) {
        return request.exception() != null || TransactionSynchronizationManager.isActualTransactionActive();
    }

    private AskedSale asked(SaleRequest request, Poster clerk) {
        var visit = Objects.requireNonNull(
                goesAlone(request)
                        ? visits.of(request, LocalDate.now(clock))
                        : reading.execute(status -> visits.of(request, LocalDate.now(clock))));
        return new AskedSale(request, clerk, visit, entries.accounts(visit, request));
    }
}
