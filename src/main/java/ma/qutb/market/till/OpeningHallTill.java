package ma.qutb.market.till;

import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.stock.PiecePlaces;
import ma.qutb.platform.Filling;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first drawer of the hall is there before anybody sells, and so are the currencies it takes. */
@Component
@Order(18)
class OpeningHallTill implements Filling {

    private final HallTills tills;
    private final PiecePlaces places;
    private final Ledger ledger;

    OpeningHallTill(HallTills tills, PiecePlaces places, Ledger ledger) {
        this.tills = tills;
        this.places = places;
        this.ledger = ledger;
    }

    @Override
    public void fill() {
        ledger.define(new Commodity(
                Currency.EUR.code(), 2, new Label("أورو", "Euro", "Euro"), new Label("أورو", "EUR", "EUR")));
        ledger.define(new Commodity(
                Currency.USD.code(),
                2,
                new Label("دولار أمريكي", "Dollar américain", "US dollar"),
                new Label("دولار", "USD", "USD")));
        tills.add(MarketAccounts.HALL_TILL, "1", places.called(PiecePlaces.HALL), Poster.job("market.till"));
    }
}
