package ma.qutb.spaces.award;

import java.util.function.BooleanSupplier;
import ma.qutb.platform.DemonstrationStory;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.Calls;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who got the units of the demonstration's calls: committee, draw, result, offers, appeals. */
@Component
@Order(130)
class StoryOfTheAward implements DemonstrationStory {

    private final Calls calls;
    private final TellingAward telling;

    StoryOfTheAward(Calls calls, TellingAward telling) {
        this.calls = calls;
        this.telling = telling;
    }

    @Override
    public String name() {
        return "who got a unit and why";
    }

    @Override
    public String tell(BooleanSupplier goesOn) {
        int told = 0;
        for (var call : calls.published().stream().filter(Call::demonstration).toList()) {
            if (goesOn.getAsBoolean() && call.cancelledAt().isEmpty()) {
                told += telling.tell(call, goesOn).isEmpty() ? 0 : 1;
            }
        }
        return told + " calls";
    }
}
