package ma.qutb.materials.credit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import ma.qutb.materials.SaleId;

/**
 * A purchase on credit.
 *
 * @param number of its receipt in its year
 * @param amount centimes owed at first
 * @param still centimes owed now
 */
public record Debt(SaleId sale, int year, long number, LocalDate soldOn, LocalDate dueOn, long amount, long still) {

    public boolean overdue(LocalDate day) {
        return dueOn.isBefore(day);
    }

    public long daysLate(LocalDate day) {
        return ChronoUnit.DAYS.between(dueOn, day);
    }
}
