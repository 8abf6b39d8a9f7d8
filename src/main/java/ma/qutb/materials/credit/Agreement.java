package ma.qutb.materials.credit;

import java.time.LocalDate;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What an artisan may owe.
 *
 * @param ceiling centimes, at most; nothing ends the credit
 * @param days after which a purchase is due
 * @param endsOn the first day nothing more is sold on credit
 * @param reference of the signed contract
 */
public record Agreement(
        long ceiling,
        int days,
        LocalDate signedOn,
        @Nullable LocalDate endsOn,
        String reference) {

    private static final int LONGEST = 365;

    public Agreement {
        if (ceiling < 0) {
            throw new Refusal("materials.credit.refusal.ceiling");
        }
        if (days < 1 || days > LONGEST) {
            throw new Refusal("materials.credit.refusal.days", LONGEST);
        }
        if (endsOn != null && !endsOn.isAfter(signedOn)) {
            throw new Refusal("materials.credit.refusal.ends");
        }
        reference = reference.strip();
        if (reference.isEmpty()) {
            throw new Refusal("materials.credit.refusal.reference");
        }
    }
}
