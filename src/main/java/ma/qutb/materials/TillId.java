package ma.qutb.materials;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A till of a sale point. */
public record TillId(UUID value) {

    public static TillId next() {
        return new TillId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
