package ma.qutb.market.payment;

/** A way to pay; one bean each, in the order they are offered. Its words are the texts {@code market.payment.method.<code>}. */
public interface PaymentMethod {

    String CASH_ON_DELIVERY = "cash_on_delivery";
    String AT_THE_POLE = "at_the_pole";
    String CARD = "card";
    String TRANSFER = "transfer";

    /**
     * What is to be paid, before there is an order.
     *
     * @param amount centimes
     * @param abroad whether it goes to another country
     * @param pickUp whether the buyer comes for it
     */
    record Purchase(long amount, boolean abroad, boolean pickUp) {}

    String code();

    /** Whether this purchase can be paid so, as the pole is set up. */
    boolean offeredFor(Purchase purchase);

    /** Whether it is paid before it is sent, by a payment of {@link Payments}. */
    boolean before();
}
