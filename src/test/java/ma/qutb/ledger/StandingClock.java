package ma.qutb.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until a test moves it on. */
@Primary
public class StandingClock extends Clock {

    private static final ZoneId POLE = ZoneId.of("Africa/Casablanca");

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));

    public void forward(Duration time) {
        now.updateAndGet(it -> it.plus(time));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), POLE);
    }

    /** To the first hours of the next month. */
    public void toNextMonth() {
        var first = today().withDayOfMonth(1).plusMonths(1);
        now.set(first.atStartOfDay(POLE).plusHours(3).toInstant());
    }

    @Override
    public ZoneId getZone() {
        return POLE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("days are days at the pole");
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
