package ma.qutb.materials;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A solidarity fund. */
public record FundId(UUID value) {

    public static FundId next() {
        return new FundId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
