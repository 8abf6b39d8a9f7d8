package ma.qutb.spaces.premises;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** An unused premises; the phone it is recorded on mints it. */
public record PremisesId(UUID value) {

    public static PremisesId next() {
        return new PremisesId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
