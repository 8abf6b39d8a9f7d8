package ma.qutb.materials;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A raw-material sale point. */
public record SalePointId(UUID value) {

    public static SalePointId next() {
        return new SalePointId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
