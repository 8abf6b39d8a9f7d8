package ma.qutb.materials.credit;

import java.time.LocalDate;
import ma.qutb.registry.People;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owes, by how late it is; centimes.
 *
 * @param notDue not yet due
 * @param month up to 30 days late
 * @param quarter 31 to 90 days
 * @param older more than 90 days
 * @param oldest the first day something was due
 */
public record Ageing(
        People.@Nullable Summary person,
        long notDue,
        long month,
        long quarter,
        long older,
        @Nullable LocalDate oldest) {

    static final Ageing NOTHING = new Ageing(null, 0, 0, 0, 0, null);

    public long overdue() {
        return month + quarter + older;
    }

    public long total() {
        return notDue + overdue();
    }

    Ageing plus(Ageing other) {
        return new Ageing(
                null, notDue + other.notDue, month + other.month, quarter + other.quarter, older + other.older, null);
    }
}
