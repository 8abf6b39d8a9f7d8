package ma.qutb.materials;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A sale over the counter. */
public record SaleId(UUID value) {

    public static SaleId next() {
        return new SaleId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
