package ma.qutb.ledger;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A book: everything in it balances for itself. */
public record BookId(UUID value) {

    public static BookId next() {
        return new BookId(Ids.next());
    }
}
