package ma.qutb.materials.supply;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Portion;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SupplierId;

/**
 * An order as it stands.
 *
 * @param received what came of it
 * @param receivedCost centimes of what came
 * @param uninvoiced centimes of what came and was not billed yet
 */
public record Order(
        UUID id,
        long number,
        SalePointId point,
        SupplierId supplier,
        String supplierName,
        MaterialCode material,
        Optional<Fineness> fineness,
        long weight,
        long unitPrice,
        LocalDate orderedOn,
        Optional<LocalDate> expectedOn,
        Optional<LocalDate> closedOn,
        String closedBecause,
        long received,
        long receivedCost,
        long uninvoiced,
        boolean demonstration) {

    /** Bars are cast, not cut to the gram: a delivery may bring this many hundredths more than was ordered. */
    static final int MORE_PERCENT = 5;

    /** How much may still come. */
    public long open() {
        return closedOn.isPresent() ? 0 : Math.max(0, weight - received);
    }

    boolean takes(long more) {
        return received + more <= weight + Portion.of(weight, MORE_PERCENT, 100);
    }

    /** {@code open}, {@code partly}, {@code received} or {@code closed}. */
    public String state() {
        return received >= weight ? "received" : closedOn.isPresent() ? "closed" : received > 0 ? "partly" : "open";
    }

    public String path() {
        return "/app/materials/orders/" + id;
    }
}
