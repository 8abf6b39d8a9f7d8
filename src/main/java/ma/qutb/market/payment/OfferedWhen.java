package ma.qutb.market.payment;

import java.util.function.Predicate;

/** A way to pay that is offered under a condition. */
record OfferedWhen(String code, boolean before, Predicate<Purchase> condition) implements PaymentMethod {

    @Override
    public boolean offeredFor(Purchase purchase) {
        return condition.test(purchase);
    }
}
