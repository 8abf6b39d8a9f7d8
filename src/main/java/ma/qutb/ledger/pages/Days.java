package ma.qutb.ledger.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import ma.qutb.kernel.DateReading;
import ma.qutb.ledger.reading.AccountStatement.Period;
import org.jspecify.annotations.Nullable;

/** The days of posting a statement covers, both included; null: no bound. */
public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** As they stand in an address; strange ones mean no bound. */
    static Days of(String from, String to) {
        return new Days(
                DateReading.tryParse(from).orElse(null),
                DateReading.tryParse(to).orElse(null));
    }

    boolean all() {
        return from == null && to == null;
    }

    Period period(ZoneId zone) {
        return all() ? Period.ALL : new Period(start(zone), end(zone));
    }

    private Instant start(ZoneId zone) {
        return from == null ? Period.ALL.from() : from.atStartOfDay(zone).toInstant();
    }

    private Instant end(ZoneId zone) {
        return to == null
                ? Period.ALL.upTo()
                : to.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1_000);
    }

    /** The same in an address. */
    public String query() {
        return all() ? "" : "from=" + said(from) + "&to=" + said(to);
    }

    /** A page of it in an address. */
    public String page(int number) {
        return "?" + (all() ? "" : query() + "&") + "page=" + number;
    }

    public String said(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
