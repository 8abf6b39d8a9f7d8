package ma.qutb.materials.fund;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A month, a quarter or a year that a report is about.
 *
 * @param first day of it
 */
public record ReportPeriod(Length length, LocalDate first) {

    /** How long a period is. */
    public enum Length {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Length(int months) {
            this.months = months;
        }

        /** As its text is called, and as it stands in a form. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Length> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }

    public ReportPeriod {
        if (first.getDayOfMonth() != 1 || (first.getMonthValue() - 1) % length.months != 0) {
            throw new IllegalArgumentException("no " + length + " begins on " + first);
        }
    }

    /** The period of this length that a day lies in. */
    public static ReportPeriod with(Length length, LocalDate day) {
        int month = (day.getMonthValue() - 1) / length.months * length.months + 1;
        return new ReportPeriod(length, LocalDate.of(day.getYear(), month, 1));
    }

    public LocalDate last() {
        return first.plusMonths(length.months).minusDays(1);
    }

    YearMonth lastMonth() {
        return YearMonth.from(last());
    }

    /** 1 to 12 for a month, 1 to 4 for a quarter, 1 for a year. */
    public int place() {
        return (first.getMonthValue() - 1) / length.months + 1;
    }
}
