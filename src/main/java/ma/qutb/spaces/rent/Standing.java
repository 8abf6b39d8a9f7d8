package ma.qutb.spaces.rent;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a lease owed at the end of a day, in centimes.
 *
 * @param owed in all; below zero where more was paid
 * @param overdue what was due before that day
 * @param late30 of it, up to 30 days late; {@code late90} up to 90 days, {@code older} more
 * @param planned what a running plan leaves for later days
 */
public record Standing(
        long owed, long overdue, long late30, long late90, long older, Optional<LocalDate> oldest, long planned) {

    static final Standing NOTHING = new Standing(0, 0, 0, 0, 0, Optional.empty(), 0);

    /** Late, and by no plan. */
    public long pressing() {
        return Math.max(0, overdue - planned);
    }

    /** {@code paid}, {@code plan}, {@code late30}, {@code late90} or {@code older}; its words are {@code spaces.rent.arrears.<code>}. */
    public String code() {
        if (overdue == 0) {
            return "paid";
        }
        if (pressing() == 0) {
            return "plan";
        }
        return older > 0 ? "older" : late90 > 0 ? "late90" : "late30";
    }
}
