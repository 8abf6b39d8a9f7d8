package ma.qutb.materials;

import java.time.LocalDate;
import java.util.Optional;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.TerritoryCode;

/**
 * A raw-material sale point.
 *
 * @param code short, for example {@code GLM}
 * @param managedBy the cooperative that manages it
 * @param openedOn the day from which it sells; empty while it is being prepared
 * @param closedOn the day from which it sells no more
 */
public record SalePoint(
        SalePointId id,
        Fund fund,
        String code,
        LocalName name,
        TerritoryCode territory,
        Optional<OrganisationId> managedBy,
        Optional<LocalDate> openedOn,
        Optional<LocalDate> closedOn,
        boolean demonstration) {

    /** Whether it sells on this day. */
    public boolean openOn(LocalDate day) {
        return openedOn.filter(it -> !day.isBefore(it)).isPresent()
                && closedOn.filter(it -> !day.isBefore(it)).isEmpty();
    }
}
