package ma.qutb.market.demonstration;

import java.util.function.BooleanSupplier;
import ma.qutb.platform.DemonstrationStory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets people have bought in the shop for eighteen months. */
@Component
@Order(115)
class StoryOfTheOrders implements DemonstrationStory {

    static final int MONTHS = 18;
    static final int ORDERS = 600;

    private final TellingOrders telling;

    StoryOfTheOrders(TellingOrders telling) {
        this.telling = telling;
    }

    @Override
    public String name() {
        return "the orders";
    }

    @Override
    public String tell(BooleanSupplier goesOn) {
        return telling.tell(MONTHS, ORDERS, goesOn) + " orders";
    }
}
