package ma.qutb.materials.price;

import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SalePointId;

/**
 * What a point adds to the price of a material, from a day on.
 *
 * @param quoteDays for how many days after its own a quote may be sold by
 * @param reason why it was set so
 */
public record Policy(
        UUID id,
        SalePointId point,
        MaterialCode material,
        LocalDate validFrom,
        Charges charges,
        int quoteDays,
        String reason) {

    public static final int QUOTE_DAYS = 7;
    private static final int MOST_QUOTE_DAYS = 60;
    private static final int WHOLE = 10_000;

    public static Policy of(
            SalePointId point,
            MaterialCode material,
            LocalDate validFrom,
            Charges charges,
            int quoteDays,
            String reason) {
        if (reason.isBlank()) {
            throw new Refusal("materials.price.refusal.reason");
        }
        if (quoteDays < 1 || quoteDays > MOST_QUOTE_DAYS) {
            throw new Refusal("materials.price.refusal.quote-days", MOST_QUOTE_DAYS);
        }
        if (charges.each().stream().anyMatch(it -> it.basisPoints() > WHOLE)) {
            throw new Refusal("materials.price.refusal.share");
        }
        return new Policy(Ids.next(), point, material, validFrom, charges, quoteDays, reason.strip());
    }
}
