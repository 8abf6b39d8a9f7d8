package ma.qutb.market.order;

import java.time.Instant;
import java.time.LocalDate;
import ma.qutb.shell.Formats;

/**
 * Days as buyers count them: whole days at the pole, whatever its clock does in Ramadan. Law 31-08: thirty days to deliver (article 33), seven
 * to change one's mind, fifteen to be paid back (article 31).
 */
final class Deadlines {

    private static final int DELIVERY = 30;
    private static final int WITHDRAWAL = 7;
    private static final int REFUND = 15;

    private Deadlines() {}

    /** Midnight after so many further whole days. */
    static Instant after(Instant moment, int days) {
        return day(moment).plusDays(days + 1L).atStartOfDay(Formats.ZONE).toInstant();
    }

    static LocalDate delivery(Instant placed, int leadDays) {
        return day(placed).plusDays(DELIVERY + (long) leadDays);
    }

    static Instant withdrawal(Instant delivered) {
        return after(delivered, WITHDRAWAL);
    }

    static LocalDate refund(Instant asked) {
        return day(asked).plusDays(REFUND);
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Formats.ZONE).toLocalDate();
    }
}
