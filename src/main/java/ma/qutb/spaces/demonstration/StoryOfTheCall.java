package ma.qutb.spaces.demonstration;

import java.util.function.BooleanSupplier;
import ma.qutb.platform.DemonstrationStory;
import ma.qutb.spaces.Sites;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The call for the shops of two blocks of the zone, and who applied. */
@Component
@Order(106)
class StoryOfTheCall implements DemonstrationStory {

    private final TellingTheCall telling;
    private final Sites sites;

    StoryOfTheCall(TellingTheCall telling, Sites sites) {
        this.telling = telling;
        this.sites = sites;
    }

    @Override
    public String name() {
        return "a call for applications";
    }

    @Override
    public String tell(BooleanSupplier goesOn) {
        int told = sites.called(SettingUpTheZone.ZONE)
                .map(zone -> telling.tell(zone, goesOn))
                .orElse(0);
        return told == 0 ? "told before" : told + " applications";
    }
}
