package ma.qutb.ledger;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** An entry of the journal. */
public record EntryId(UUID value) {

    public static EntryId next() {
        return new EntryId(Ids.next());
    }
}
