package ma.qutb.materials.fund;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import ma.qutb.kernel.DateReading;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.fund.ReportPeriod.Length;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen for a report.
 *
 * @param day a day of the period
 * @param until the day up to whose end, or up to whose time, entries count
 * @param drawn when the form was drawn: up to then "today" counts, so that the form sent twice asks for one report
 */
public record ReportForm(
        @Nullable String length,
        @Nullable String day,
        @Nullable String until,
        @Nullable String time,
        @Nullable String drawn) {

    ReportPeriod period() {
        var chosen = Length.of(text(length)).orElseThrow(() -> new Refusal("materials.report.refusal.length"));
        return ReportPeriod.with(chosen, read(day));
    }

    /** The last instant that counts, not later than the form. */
    Instant asOf(Clock clock) {
        var last = read(until);
        var now = drawn(clock);
        if (last.isAfter(LocalDate.ofInstant(now, clock.getZone()))) {
            throw new Refusal("materials.report.refusal.to-come");
        }
        var end = text(time).isBlank()
                ? last.plusDays(1).atStartOfDay(clock.getZone())
                : last.atTime(time(text(time))).plusMinutes(1).atZone(clock.getZone());
        var asked = end.toInstant().minusNanos(1_000);
        if (!asked.isAfter(now)) {
            return asked;
        }
        if (!text(time).isBlank()
                && last.atTime(time(text(time)))
                        .atZone(clock.getZone())
                        .toInstant()
                        .isAfter(now)) {
            throw new Refusal("materials.report.refusal.to-come");
        }
        return now;
    }

    private Instant drawn(Clock clock) {
        var now = clock.instant();
        try {
            var then = Instant.parse(text(drawn));
            return then.isAfter(now) ? now : then;
        } catch (DateTimeException e) {
            // Not one of our forms.
            return now;
        }
    }

    private static LocalDate read(@Nullable String typed) {
        return DateReading.tryParse(text(typed)).orElseThrow(() -> new Refusal("materials.report.refusal.day"));
    }

    private static LocalTime time(String typed) {
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeException e) {
            throw new Refusal("materials.report.refusal.time");
        }
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
