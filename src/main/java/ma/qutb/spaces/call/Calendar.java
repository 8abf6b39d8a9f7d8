package ma.qutb.spaces.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When what happens.
 *
 * @param closesAt the first moment that is too late
 * @param drawAt the public ceremony whose result is the seed
 * @param objectionsUntil last day
 * @param startsOn first day of the leases
 * @param waitingUntil last day of the waiting list
 * @param offerDays days to accept a unit that is offered
 */
public record Calendar(
        Instant opensAt,
        Instant closesAt,
        Instant drawAt,
        LocalDate resultsOn,
        LocalDate objectionsUntil,
        LocalDate startsOn,
        LocalDate waitingUntil,
        int offerDays) {

    /** The deadline put off; all that comes after it moves by as many whole days, a part of a day counting as one. */
    Calendar extended(Instant until) {
        long days = ChronoUnit.DAYS.between(closesAt, until.minusMillis(1)) + 1;
        return new Calendar(
                opensAt,
                until,
                drawAt.plus(days, ChronoUnit.DAYS),
                resultsOn.plusDays(days),
                objectionsUntil.plusDays(days),
                startsOn.plusDays(days),
                waitingUntil.plusDays(days),
                offerDays);
    }
}
