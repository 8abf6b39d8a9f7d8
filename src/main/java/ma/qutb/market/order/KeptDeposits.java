package ma.qutb.market.order;

import java.util.List;
import ma.qutb.ledger.Poster;
import ma.qutb.market.PriceParts;
import ma.qutb.market.commission.Commission;
import ma.qutb.market.earning.Earnings;
import ma.qutb.market.earning.Fulfilment;
import ma.qutb.market.earning.MarketAccounts;
import org.springframework.stereotype.Component;

/**
 * What stays with makers who had begun when the buyer cancelled: the whole deposit of their thing, for the material and the days of work. The
 * pole and the fund take nothing of it, since nothing was sold.
 */
@Component
class KeptDeposits {

    private final Earnings earnings;
    private final MarketAccounts accounts;

    KeptDeposits(Earnings earnings, MarketAccounts accounts) {
        this.earnings = earnings;
        this.accounts = accounts;
    }

    void post(BuyerOrder it, List<Commission> begun, Poster by) {
        long amount = begun.stream().mapToLong(Commission::deposit).sum();
        earnings.fulfil(
                new Fulfilment(
                        it.id(),
                        it.number(),
                        SendingOrders.source(it),
                        begun.stream().map(KeptDeposits::line).toList(),
                        0,
                        accounts.wasted(),
                        List.of(new Fulfilment.Paid(accounts.buyer(it.id(), it.number()), amount))),
                by);
    }

    private static Fulfilment.Line line(Commission it) {
        return new Fulfilment.Line(it.line(), it.maker(), new PriceParts(it.deposit(), it.deposit(), 0, 0, 0, 0, 0));
    }
}
