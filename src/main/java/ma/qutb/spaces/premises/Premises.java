package ma.qutb.spaces.premises;

import java.time.Instant;
import java.util.Optional;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.UnitId;

/**
 * An unused premises as it was recorded.
 *
 * @param number by which people call it
 * @param place what its commune is called
 * @param recordedAt when somebody stood in front of it
 * @param unit what it became when it opened
 */
public record Premises(
        PremisesId id,
        int number,
        Details details,
        LocalName place,
        Instant recordedAt,
        Instant arrivedAt,
        String recordedBy,
        boolean fromPhone,
        Optional<UnitId> unit,
        boolean demonstration) {

    public String path() {
        return "/app/premises/" + id;
    }
}
