package ma.qutb.spaces.lease;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.CraftCode;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.unit.Occupant;

/**
 * A contract to be written.
 *
 * @param months how long it lasts
 * @param rent centimes a month
 * @param deposit centimes
 * @param indexBasisPoints the rent rises by so much every {@code indexMonths} months; both 0: never
 * @param charges {@code none}, {@code meter} or {@code area}
 * @param offer the accepted offer it comes from
 */
public record NewLease(
        UnitId unit,
        Occupant who,
        Optional<CraftCode> craft,
        LocalDate from,
        int months,
        long rent,
        long deposit,
        String guarantor,
        int indexBasisPoints,
        int indexMonths,
        String charges,
        Optional<UUID> offer) {

    public LocalDate until() {
        return from.plusMonths(months);
    }
}
