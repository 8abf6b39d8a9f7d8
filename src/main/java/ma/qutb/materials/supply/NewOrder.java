package ma.qutb.materials.supply;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SupplierId;

/**
 * What a point asks a supplier for.
 *
 * @param key minted with the form; what is sent twice is ordered once
 * @param weight milligrams of silver, or smallest parts of another unit
 * @param unitPrice centimes for a whole unit: a gram of silver, a kilogram of wool
 */
public record NewOrder(
        UUID key,
        SalePoint point,
        SupplierId supplier,
        MaterialCode material,
        Optional<Fineness> fineness,
        long weight,
        long unitPrice,
        Optional<LocalDate> expectedOn) {}
