package ma.qutb.materials;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A lot of raw material. */
public record LotId(UUID value) {

    public static LotId next() {
        return new LotId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
