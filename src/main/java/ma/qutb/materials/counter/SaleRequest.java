package ma.qutb.materials.counter;

import java.util.UUID;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.TillId;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sold.
 *
 * @param key minted when the form is drawn, or by the device: sent twice, it sells once
 * @param till for cash
 * @param fineness of a material that has one
 * @param weight milligrams, or smallest parts of another material's unit
 * @param lot to sell from; null: those that came first
 * @param reference of a transfer
 * @param exception a sale under the floor that somebody allowed
 * @param scale whether a scale said the weight, and not a hand
 */
public record SaleRequest(
        UUID key,
        SalePointId point,
        @Nullable TillId till,
        PersonId buyer,
        MaterialCode material,
        @Nullable Fineness fineness,
        long weight,
        @Nullable LotId lot,
        Payment payment,
        String reference,
        @Nullable UUID exception,
        boolean scale) {

    /** For cash, from the lots that came first. */
    public static SaleRequest cash(
            UUID key,
            SalePointId point,
            TillId till,
            PersonId buyer,
            MaterialCode material,
            @Nullable Fineness fineness,
            long weight) {
        return new SaleRequest(
                key, point, till, buyer, material, fineness, weight, null, Payment.CASH, "", null, false);
    }

    public SaleRequest paidBy(Payment other, String transferReference) {
        return new SaleRequest(
                key, point, till, buyer, material, fineness, weight, lot, other, transferReference, exception, scale);
    }

    public SaleRequest from(LotId chosen) {
        return new SaleRequest(
                key, point, till, buyer, material, fineness, weight, chosen, payment, reference, exception, scale);
    }

    public SaleRequest under(UUID allowed) {
        return new SaleRequest(
                key, point, till, buyer, material, fineness, weight, lot, payment, reference, allowed, scale);
    }
}
