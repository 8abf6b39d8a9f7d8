package ma.qutb.ledger;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** An account of a book. */
public record AccountId(UUID value) {

    public static AccountId next() {
        return new AccountId(Ids.next());
    }
}
