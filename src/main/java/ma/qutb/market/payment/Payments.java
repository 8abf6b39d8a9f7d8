package ma.qutb.market.payment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import ma.qutb.kernel.Language;

/** Payments as orders use them; every act runs in the caller's transaction. */
public interface Payments {

    /** Where a payment stands. Refusals may be many before one success. */
    enum State {
        PENDING,
        REFUSED,
        PAID,
        ABANDONED,
        REFUNDED;

        /** As tables and bundles call it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** A payment of an order. */
    record Standing(PaymentId id, String method, State state, long amount, Instant at) {}

    /** The ways this purchase can be paid. */
    List<PaymentMethod> offered(PaymentMethod.Purchase purchase);

    /**
     * Opens a payment, or answers the one that is open for this order and method.
     *
     * @param method one whose {@link PaymentMethod#before()} is true
     */
    PaymentId begin(Payable order, String method);

    /** Where the browser goes to pay: a page of ours, which leads on to the acquirer. */
    String path(PaymentId payment, Language language);

    /** Every payment of an order, the latest first. */
    List<Standing> of(UUID order);

    /** Ends what is open: the order is cancelled, or will be paid otherwise. Nothing that is paid changes. */
    void withdraw(UUID order);

    /**
     * Money that came was given back outside of Qutb: noted beside the payment.
     *
     * @throws ma.qutb.kernel.Refusal {@code market.payment.refusal.not-paid} when it never came
     */
    void refunded(PaymentId payment, String reason);
}
