package ma.qutb.market.payment;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** One way of paying one order, with all its attempts. */
public record PaymentId(UUID value) {

    public static PaymentId next() {
        return new PaymentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
