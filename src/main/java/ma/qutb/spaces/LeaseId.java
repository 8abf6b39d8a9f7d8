package ma.qutb.spaces;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A contract by which a unit is let. */
public record LeaseId(UUID value) {

    public static LeaseId next() {
        return new LeaseId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
