package ma.qutb.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time at the pole. A story of other days, told for a demonstration, sets the time for what it calls itself; everybody else
 * keeps living today.
 */
public final class PoleClock extends Clock {

    private static final ZoneId POLE = ZoneId.of("Africa/Casablanca");
    private static final ScopedValue<Instant> TOLD = ScopedValue.newInstance();

    /** Does something as if it were this moment. */
    public static void at(Instant moment, Runnable story) {
        ScopedValue.where(TOLD, moment).run(story);
    }

    @Override
    public ZoneId getZone() {
        return POLE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }

    @Override
    public Instant instant() {
        return TOLD.isBound() ? TOLD.get() : Clock.systemUTC().instant();
    }
}
