package ma.qutb.ledger;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** Something held back until it is posted, voided or expires. */
public record ReservationId(UUID value) {

    public static ReservationId next() {
        return new ReservationId(Ids.next());
    }
}
