package ma.qutb.ledger.pages;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import ma.qutb.kernel.DateReading;
import ma.qutb.ledger.reading.Moment;
import org.jspecify.annotations.Nullable;

/**
 * As of when a report is wanted.
 *
 * @param time on that day; null: its end
 * @param occurred what had occurred by the end of the day, whenever it was posted; else what had been posted by then
 */
public record AsOf(LocalDate day, @Nullable LocalTime time, boolean occurred) {

    /** As it stands in an address; a strange one means the end of today. */
    static AsOf of(String day, String time, String by, LocalDate today) {
        return new AsOf(
                DateReading.tryParse(day).filter(it -> !it.isAfter(today)).orElse(today),
                tryTime(time),
                by.equals("occurred"));
    }

    private static @Nullable LocalTime tryTime(String time) {
        try {
            return time.isEmpty() ? null : LocalTime.parse(time);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public Moment moment(ZoneId zone) {
        if (occurred) {
            return new Moment.Occurred(day);
        }
        var end =
                time == null ? day.plusDays(1).atStartOfDay() : day.atTime(time).plusMinutes(1);
        // The last instant of the minute or the day, as exact as the database keeps it.
        return new Moment.Posted(end.atZone(zone).toInstant().minusNanos(1_000));
    }

    /** The same in an address. */
    public String query() {
        return "day=" + day + (time == null ? "" : "&time=" + time) + (occurred ? "&by=occurred" : "");
    }

    /** What moved an account up to then, in an address. */
    public String statement() {
        return "?to=" + day;
    }

    /** What moved an account on that day, in an address. */
    public String statementOfTheDay() {
        return "?from=" + day + "&to=" + day;
    }
}
