package ma.qutb.market.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What payments ask and tell orders, always in the transaction of the payment. */
public interface PayableOrders {

    /** The order of this number as it is to be paid now; empty when there is none, or it is paid or cancelled. */
    Optional<Payable> find(String number);

    /** The buyer is on the acquirer's page: the pieces are kept for them until then. */
    void paying(UUID order, Instant until);

    /**
     * The money came. Told more than once, the second time changes nothing. For an order that was cancelled meanwhile the money is a
     * debt to the buyer, to be paid back.
     *
     * @param amount what came, in centimes
     */
    void paid(UUID order, PaymentId payment, long amount);

    /**
     * It will not come by this payment: the pieces can go back, or the buyer chooses another way.
     *
     * @param reason {@code abandoned} when time ran out, {@code withdrawn} when the buyer chose otherwise
     */
    void failed(UUID order, PaymentId payment, String reason);
}
