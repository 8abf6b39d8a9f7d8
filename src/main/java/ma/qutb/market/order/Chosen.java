package ma.qutb.market.order;

import ma.qutb.market.delivery.Way;
import ma.qutb.market.payment.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * How a buyer has it brought and pays.
 *
 * @param way null for whoever comes to the pole
 * @param method code of a {@link ma.qutb.market.payment.PaymentMethod}
 */
public record Chosen(@Nullable Way way, String method) {

    /** Whether it is paid before it is sent. */
    public boolean before() {
        return method.equals(PaymentMethod.CARD) || method.equals(PaymentMethod.TRANSFER);
    }

    public long fee() {
        return way == null ? 0 : way.fee();
    }
}
