package ma.qutb.market.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.Poster;
import ma.qutb.market.pricing.EnteringRates;
import ma.qutb.market.pricing.ExchangeRate;
import ma.qutb.market.pricing.ExchangeRates;
import ma.qutb.platform.DemonstrationStory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Round rates nobody published, called examples wherever they are shown, and again when the last are too old to be shown. */
@Component
@Order(111)
class StoryOfTheRates implements DemonstrationStory {

    private static final long EURO = 1_100_00;
    private static final long DOLLAR = 1_000_00;

    private final EnteringRates entering;
    private final ExchangeRates rates;
    private final Clock clock;

    StoryOfTheRates(EnteringRates entering, ExchangeRates rates, Clock clock) {
        this.entering = entering;
        this.rates = rates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "the rates";
    }

    @Override
    public String tell(BooleanSupplier goesOn) {
        if (rates.today().isPresent()) {
            return "known";
        }
        entering.enter(
                new ExchangeRate(Ids.next(), LocalDate.now(clock), EURO, DOLLAR, "مثال للعرض، لم ينشره أحد", true),
                Poster.job("demonstration"));
        return "one example";
    }
}
