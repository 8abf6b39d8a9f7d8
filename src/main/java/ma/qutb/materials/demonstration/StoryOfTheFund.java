package ma.qutb.materials.demonstration;

import java.util.function.BooleanSupplier;
import ma.qutb.platform.DemonstrationStory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Two years of a sale point. */
@Component
@Order(120)
class StoryOfTheFund implements DemonstrationStory {

    private static final int MONTHS = 24;
    /** Fifteen thousand in two years. */
    private static final int SALES_A_DAY = 24;

    private final TellingTheStory telling;

    StoryOfTheFund(TellingTheStory telling) {
        this.telling = telling;
    }

    @Override
    public String name() {
        return "the fund";
    }

    @Override
    public String tell(BooleanSupplier goesOn) {
        return "until " + telling.tell(MONTHS, SALES_A_DAY, goesOn);
    }
}
