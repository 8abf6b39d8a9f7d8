package ma.qutb.market;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A description of something that is offered. */
public record ProductId(UUID value) {

    public static ProductId next() {
        return new ProductId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
