package ma.qutb.materials;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** Somebody who supplies raw material. */
public record SupplierId(UUID value) {

    public static SupplierId next() {
        return new SupplierId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
