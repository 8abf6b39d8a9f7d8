package ma.qutb.shell.offline;

import java.util.Optional;
import java.util.function.Supplier;
import ma.qutb.kernel.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in an act that was named by whoever sends it: however often it comes, and however many come at once, it is done once. */
@Component
public class ExactlyOnce {

    private final TransactionTemplate transaction;

    ExactlyOnce(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * Does it, or answers what it came to before.
     *
     * @param before what was done under its key
     * @param act does it in one transaction; its key is unique in the database
     */
    public <T> T take(Supplier<Optional<T>> before, Supplier<T> act) {
        var done = before.get();
        if (done.isPresent()) {
            return done.get();
        }
        try {
            return transaction.execute(status -> act.get());
        } catch (DuplicateKeyException | Refusal e) {
            // The same act came at the same moment: what it took is gone, or its key is.
            return before.get().orElseThrow(() -> e);
        }
    }
}
