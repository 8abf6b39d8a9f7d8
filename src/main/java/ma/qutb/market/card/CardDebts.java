package ma.qutb.market.card;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.Draft;

/** What a module is owed and lets be paid by card; a bean of it. Asked and told in the transaction of the payment. */
public interface CardDebts {

    /** Whether numbers of this form are its own. */
    boolean own(String number);

    /** The debt of this number as it is now; empty when nothing is owed. */
    Optional<CardDebt> find(String number);

    /**
     * The money came, once.
     *
     * @return the entry of its own book that goes with the market's, to be posted together: the market's book owes it the amount
     */
    Draft paid(String number, UUID payment, long amount);
}
