package ma.qutb.market.till;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.market.Stock;
import ma.qutb.market.earning.Earnings;
import ma.qutb.market.earning.Fulfilment;
import ma.qutb.market.earning.MarketAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down a sale whose pieces are held: they are the buyer's, and what they earn is posted last. In the caller's transaction. */
@Component
class WritingTillSales {

    static final String SOURCE = "hall-sale";

    private final TillSaleTable sales;
    private final TillMoney money;
    private final Stock stock;
    private final Earnings earnings;
    private final MarketAccounts accounts;
    private final Clock clock;

    WritingTillSales(
            TillSaleTable sales,
            TillMoney money,
            Stock stock,
            Earnings earnings,
            MarketAccounts accounts,
            Clock clock) {
        this.sales = sales;
        this.money = money;
        this.stock = stock;
        this.earnings = earnings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * What was sold.
     *
     * @param key of the request
     * @param device which sold it without network; null at the till itself
     */
    record Sale(
            UUID key,
            UUID session,
            HallTill till,
            List<TillSale.Line> lines,
            Settlement settled,
            Language language,
            @Nullable UUID device,
            Instant soldAt,
            boolean demonstration) {}

    /** @throws ma.qutb.kernel.Refusal when a piece is somebody else's meanwhile, or there is not enough change */
    UUID write(Sale it, Poster by) {
        it.lines().forEach(line -> stock.sell(line.hold(), by));
        Map<Currency, Long> held = money.held(it.till());
        TillMoney.checkChange(it.settled(), held.getOrDefault(Currency.MAD, 0L));
        var id = Ids.next();
        var paid = money.paid(it.till(), it.settled());
        var notes = money.notes(it.till(), it.settled());
        var nobody = accounts.wasted();
        var number = sales.add(
                new TillSaleTable.NewSale(
                        id, it.key(), it.session(), it.language(), it.device(), it.soldAt(), it.demonstration()),
                it.settled(),
                it.lines(),
                clock.instant(),
                by);
        earnings.fulfil(
                new Fulfilment(
                        id,
                        number,
                        new Source(SOURCE, id),
                        it.lines().stream()
                                .map(line -> new Fulfilment.Line(line.id(), line.maker(), line.parts()))
                                .toList(),
                        0,
                        nobody,
                        paid),
                notes,
                by);
        return id;
    }
}
