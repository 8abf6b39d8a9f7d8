package ma.qutb.spaces.demonstration;

import java.util.function.BooleanSupplier;
import ma.qutb.platform.DemonstrationStory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Closed doors of villages, and how some of them opened. */
@Component
@Order(106)
class StoryOfThePremises implements DemonstrationStory {

    private final OpeningDoors doors;

    StoryOfThePremises(OpeningDoors doors) {
        this.doors = doors;
    }

    @Override
    public String name() {
        return "the unused premises";
    }

    @Override
    public String tell(BooleanSupplier goesOn) {
        return doors.open() + " premises";
    }
}
