package ma.qutb.materials.counter;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePointId;
import ma.qutb.platform.Together;
import ma.qutb.platform.Together.Turn;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes sales that are asked for at one point at the same moment through one transaction, as they wait for the same till, the same
 * lots and the next number anyway: see docs/decisions/0010. If one of them is refused, each goes by itself. Nothing of a sale is in the
 * trail of changes, so that it does not matter who leads; the clerk stands in the sale and in its entry.
 */
@Component
class SellingTogether {

    private final WritingSales writing;
    private final TransactionTemplate transaction;
    private final Map<SalePointId, Together<AskedSale, SaleId>> points = new ConcurrentHashMap<>();

    SellingTogether(WritingSales writing, TransactionTemplate transaction) {
        this.writing = writing;
        this.transaction = transaction;
    }

    /** For callers without a transaction of their own. */
    SaleId sell(AskedSale asked) {
        return points.computeIfAbsent(
                        asked.request().point(), point -> new Together<>((group, next) -> next.fits(group), this::lead))
                .go(asked);
    }

    private void lead(List<Turn<AskedSale, SaleId>> group) {
        if (group.size() > 1) {
            try {
                var sold = inOneTransaction(group.stream().map(Turn::question).toList());
                for (int i = 0; i < sold.size(); i++) {
                    var id = sold.get(i);
                    group.get(i).decide(() -> id);
                }
                return;
            } catch (Refusal | DataIntegrityViolationException refused) {
                // Nothing of it is written. One of them is refused, and the others have nothing to do with it.
            } catch (RuntimeException e) {
                group.forEach(it -> it.failed(e));
                return;
            }
        }
        group.forEach(
                it -> it.decide(() -> inOneTransaction(List.of(it.question())).getFirst()));
    }

    private List<SaleId> inOneTransaction(List<AskedSale> group) {
        return Objects.requireNonNull(transaction.execute(status -> writing.write(group)));
    }
}
