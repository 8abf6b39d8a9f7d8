package ma.qutb.materials.counter;

import java.time.LocalDate;
import java.util.Locale;

/** For how long a quota counts before it begins anew. */
public enum QuotaPeriod {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    QuotaPeriod(int months) {
        this.months = months;
    }

    static QuotaPeriod of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** First day of the period this day is in. */
    LocalDate startOf(LocalDate day) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / months * months + 1);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
