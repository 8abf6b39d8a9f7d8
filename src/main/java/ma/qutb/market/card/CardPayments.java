package ma.qutb.market.card;

/** Payments by card through the acquirer the pole has a contract with. */
public interface CardPayments {

    /** Whether an acquirer is set up. */
    boolean offered();

    /**
     * Opens a payment, or answers the one that is open.
     *
     * @return address of the page that leads on to the acquirer
     * @throws ma.qutb.kernel.Refusal when no acquirer is set up
     */
    String begin(CardDebt debt);
}
