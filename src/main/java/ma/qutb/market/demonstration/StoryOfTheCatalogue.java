package ma.qutb.market.demonstration;

import java.util.function.BooleanSupplier;
import ma.qutb.platform.DemonstrationStory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills the shop with so much that there is something of every craft. */
@Component
@Order(110)
class StoryOfTheCatalogue implements DemonstrationStory {

    static final int PRODUCTS = 70;

    private final TellingTheCatalogue telling;

    StoryOfTheCatalogue(TellingTheCatalogue telling) {
        this.telling = telling;
    }

    @Override
    public String name() {
        return "the shop";
    }

    @Override
    public String tell(BooleanSupplier goesOn) {
        return telling.tell(0, PRODUCTS) + " products";
    }
}
