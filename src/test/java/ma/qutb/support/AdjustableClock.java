package ma.qutb.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.annotation.Primary;

/** The time of day, until a test moves it forward. */
@Primary
public class AdjustableClock extends Clock {

    private Duration ahead = Duration.ZERO;

    /** Lets this much time pass. */
    public void forward(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Africa/Casablanca");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("days are days at the pole");
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
