package ma.qutb.materials.supply;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.stock.NewLot;

/**
 * What came of an order, as it was weighed and assayed.
 *
 * @param key minted with the form
 * @param fineness as assayed, where it is not the one ordered
 * @param cost centimes, where it is not what the agreed price makes
 */
public record Delivery(
        UUID key,
        LocalDate receivedOn,
        long weight,
        Optional<Fineness> fineness,
        Optional<Long> cost,
        String deliveryNote,
        NewLot.Papers papers) {}
