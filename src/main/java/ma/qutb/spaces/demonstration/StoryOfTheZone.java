package ma.qutb.spaces.demonstration;

import java.util.function.BooleanSupplier;
import ma.qutb.platform.DemonstrationStory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A hundred shops and who works in them. */
@Component
@Order(105)
class StoryOfTheZone implements DemonstrationStory {

    private final SettingUpTheZone zone;

    StoryOfTheZone(SettingUpTheZone zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "the activity zone";
    }

    @Override
    public String tell(BooleanSupplier goesOn) {
        return zone.setUp() + " units";
    }
}
