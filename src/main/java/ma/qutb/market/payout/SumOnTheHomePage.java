package ma.qutb.market.payout;

import ma.qutb.market.earning.PaidToMakers;
import ma.qutb.shell.HomeSum;
import org.springframework.stereotype.Component;

/** Tells the home page what makers have had, as the ledger says. */
@Component
class SumOnTheHomePage implements HomeSum {

    private final PaidToMakers paid;

    SumOnTheHomePage(PaidToMakers paid) {
        this.paid = paid;
    }

    @Override
    public long paidToMakers() {
        return paid.now().paid();
    }
}
