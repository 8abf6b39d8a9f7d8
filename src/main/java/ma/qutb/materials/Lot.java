package ma.qutb.materials;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A lot of raw material as it came in; what is left of it is in the ledger.
 *
 * @param number as people say it, for example {@code SILVER-000012}
 * @param weight milligrams of silver as it lies on the scale, or smallest parts of another material's unit
 * @param fineness of silver
 * @param fine the silver in it in milligrams, stored once; 0 for materials without fineness
 * @param cost centimes, fixed
 */
public record Lot(
        LotId id,
        String number,
        FundId fund,
        MaterialCode material,
        long weight,
        Optional<Fineness> fineness,
        long fine,
        long cost,
        LocalDate receivedOn,
        boolean demonstration) {}
