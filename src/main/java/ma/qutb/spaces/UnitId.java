package ma.qutb.spaces;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A shop, a workshop or another place that is let or used by itself. */
public record UnitId(UUID value) {

    public static UnitId next() {
        return new UnitId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
