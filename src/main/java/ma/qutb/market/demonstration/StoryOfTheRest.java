package ma.qutb.market.demonstration;

import java.util.function.BooleanSupplier;
import ma.qutb.platform.DemonstrationStory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills the shop up to about two thousand pieces, when everything else is told: part by part, each whole or not at all. */
@Component
@Order(150)
class StoryOfTheRest implements DemonstrationStory {

    /** Of ten products, six are one piece and three are two to six. */
    static final int PARTS = 16;

    private final TellingTheCatalogue telling;

    StoryOfTheRest(TellingTheCatalogue telling) {
        this.telling = telling;
    }

    @Override
    public String name() {
        return "the rest of the shop";
    }

    @Override
    public String tell(BooleanSupplier goesOn) {
        int products = 0;
        for (int part = 1; part < PARTS && goesOn.getAsBoolean(); part++) {
            products += telling.tell(part, StoryOfTheCatalogue.PRODUCTS);
        }
        return products + " products";
    }
}
