package ma.qutb.market;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** Pieces that are kept for one buyer until a moment. */
public record HoldId(UUID value) {

    public static HoldId next() {
        return new HoldId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
