package ma.qutb.market.pricing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is paid of a thing that is made to order before anything is begun. */
@Component
public class DepositShare {

    private static final int WHOLE = 10_000;

    private final int basisPoints;

    DepositShare(@Value("${qutb.market.deposit-share:3000}") int basisPoints) {
        if (basisPoints < 1 || basisPoints > WHOLE) {
            throw new IllegalArgumentException("qutb.market.deposit-share is between 1 and 10000: " + basisPoints);
        }
        this.basisPoints = basisPoints;
    }

    public int basisPoints() {
        return basisPoints;
    }

    /** Of one thing at this price, in centimes, rounded once. */
    public long of(long price) {
        return (price * basisPoints + WHOLE / 2) / WHOLE;
    }
}
